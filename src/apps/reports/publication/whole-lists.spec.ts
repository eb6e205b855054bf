// Figures that stay are taken only while the lists show everything: at the head, none paused, no case set aside, nothing recorded meanwhile.
import type { Position } from '../../../store/port.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { advance, pauseByHand } from '../../../engine/processing/checkpoints.js';
import { bookkeeping } from '../../../engine/processing/read-models.js';
import { Statements } from '../../../engine/processing/statements.js';
import { openDatabase } from '../../../store/sqlite-files/open-database.js';
import { fromWholeLists } from './whole-lists.js';

const at = (position: string) => position as Position;
let db: Statements;
let waitedFor: (Position | undefined)[];
beforeEach(() => {
  db = new Statements(openDatabase(':memory:'));
  db.database.exec(bookkeeping);
  for (const name of ['ehc', 'waiting'])
    db.run('INSERT INTO checkpoint (projection, position) VALUES (?, ?)', name, at('5'));
  waitedFor = [];
});
afterEach(() => db.database.close());

const until = (position: Position | undefined) => Promise.resolve(void waitedFor.push(position));
const reckon = (work: () => number = () => 12) =>
  fromWholeLists({ head: () => Promise.resolve(at('5')) }, { db, until }, () => Promise.resolve(work()));
const refusal = async (work?: () => number) => {
  const error = await reckon(work).catch((thrown: unknown) => thrown);
  if (!isOnwardError(error, 'not-caught-up')) throw new Error('it was not refused');
  return `${error.parts.detail} ${error.parts.help}`;
};

test('the lists are waited for up to the last that was recorded, and the position is told with the figures', async () => {
  expect(await reckon()).toEqual({ found: 12, position: at('5') });
  expect(waitedFor).toEqual([at('5')]);
});

test('while a list is paused nothing is reckoned, and how it goes on is said', async () => {
  pauseByHand(db, 'waiting', '2026-06-01T09:00:00.000Z');
  expect(await refusal(() => fail())).toMatch(/paused.*waiting.*projections resume waiting/);
});

test('while a case is set aside nothing is reckoned, however many lists it is missing from', async () => {
  for (const projection of ['ehc', 'waiting'])
    db.run(
      `INSERT INTO set_aside (projection, id, stream, event, type, revision, since, reason)
       VALUES (?, 'p1', 'ehcPlan-p1', 'e1', 'YearGroupRecorded', 3, '2026-06-01T09:00:00.000Z', 'it cannot be worked out')`,
      projection,
    );
  expect(await refusal(() => fail())).toMatch(/1 case stands still.*Cases that stand still/);
});

test('what was recorded while they were reckoned has them reckoned anew; all the time, nothing is published', async () => {
  let times = 0;
  const move = (from: string, to: string) => advance(db, 'waiting', at(from), at(to), 1);
  const once = await reckon(() => {
    if (++times === 1) ['ehc', 'waiting'].forEach((name) => advance(db, name, at('5'), at('6'), 1));
    return times;
  });
  expect(once).toEqual({ found: 2, position: at('6') });
  const positions = ['6', '7', '8', '9'];
  expect(
    await refusal(() => {
      move(positions[0]!, positions[1]!);
      positions.shift();
      return 0;
    }),
  ).toMatch(/more was recorded/);
});

const fail = (): never => {
  throw new Error('nothing may be reckoned');
};
