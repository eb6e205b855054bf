// Reminders and holding messages: given a case and a day, when the timers look, then these tasks are there, each once.
import { correctionFacts } from '../../../kernel/corrections.js';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ehcEvents as events, type EhcFact } from '../../../cases/ehc-plan/domain/events.js';
import { after, day, issued, personId, step } from '../../../cases/ehc-plan/domain/history-for-tests.js';
import { projections, slices } from '../../../apps/cases.js';
import { OnwardError } from '../../../kernel/errors.js';
import { newId } from '../../../kernel/ids.js';
import { rebuild } from '../../processing/rebuild.js';
import { youngPersonEvents } from '../../person/domain/events.js';
import type { UseCaseMessage } from '../../use-cases/use-case.js';
import { Timers } from './timers.js';
import { aFolder } from './workshop-for-tests.js';

const stream = 'ehcPlan-plan1';
/** The review of this plan is due on 19 June 2026. */
const plan = issued('2025-06-20');
const reminder = 'reminder review 2026-06-19';

let folder: ReturnType<typeof aFolder>;
beforeEach(() => (folder = aFolder()));
afterEach(() => folder.close());

async function withPlan(today: string, ...facts: readonly EhcFact[]) {
  const here = folder.instance(today);
  await here.record(stream, personId, plan, ...facts);
  return here;
}

describe('a reminder', () => {
  test('comes four weeks before the annual review is due, not earlier, and once however often anybody looks', async () => {
    const here = await withPlan('2026-05-21');
    await here.look();
    expect(here.tasks()).toEqual([]);
    for (const today of ['2026-05-22', '2026-05-22', '2026-05-23', '2026-06-01']) await here.look(today);
    expect(here.tasks()).toEqual([`${reminder} open`]);
    expect(await here.taskEventCount()).toBe(1);
  });

  test('is one for two instances at once, whose clocks show different days', async () => {
    const [fast, slow] = [await withPlan('2026-05-22'), folder.instance('2026-05-21')];
    await Promise.all([fast.catchUp(), slow.catchUp()]);
    await Promise.all([fast.timers.look(), slow.timers.look()]);
    await slow.look('2026-05-22');
    await slow.look('2026-05-21');
    expect(slow.tasks()).toEqual([`${reminder} open`]);
    expect(await slow.taskEventCount()).toBe(1);
  });

  test('still comes after a week without anybody looking, once', async () => {
    const here = await withPlan('2026-05-20');
    await here.look();
    await here.look('2026-05-28');
    expect(here.tasks()).toEqual([`${reminder} open`]);
    expect(await here.taskEventCount()).toBe(1);
  });

  test('does not come for a date that has passed when it is first seen', async () => {
    const here = await withPlan('2026-06-20');
    await here.look();
    expect(here.tasks()).toEqual(['holding-message review 2026-06-25 open']);
  });

  test('is done when the decision notice is sent', async () => {
    const here = await withPlan('2026-05-25');
    await here.look();
    const decided = after([plan], step.meeting('2026-05-01'), step.decision('2026-05-24', 'maintain')).slice(1);
    await here.record(stream, personId, ...decided);
    await here.look();
    expect(here.tasks()).toEqual([`${reminder} fact`]);
  });

  test('goes when the date moves, comes for the new date, and comes back when the date does', async () => {
    const here = await withPlan('2026-05-25');
    await here.look();
    const { id: correctsEventId } = await here.opened.foundations.journal.event(stream, 0);
    const correct = (from: string, to: string) =>
      correctionFacts.corrected.fact(day('2026-05-25'), {
        correctsEventId,
        changes: [{ field: 'occurredOn', from, to }],
        reason: 'typed wrong',
      });
    await here.record(stream, personId, correct('2025-06-20', '2025-06-17'));
    await here.look();
    expect(here.tasks()).toEqual(['reminder review 2026-06-16 open', `${reminder} date-moved`]);
    await here.record(stream, personId, correct('2025-06-17', '2025-06-20'));
    await here.look();
    expect(here.tasks()).toEqual(['reminder review 2026-06-16 date-moved', `${reminder} open`]);
  });

  test('goes with the plan', async () => {
    const here = await withPlan('2026-05-25');
    await here.look();
    await here.record(stream, personId, events.planMovedOut.fact(day('2026-05-25'), { toAuthority: '883' }));
    await here.look();
    expect(here.tasks()).toEqual([`${reminder} case-ended`]);
  });

  test('of somebody who has died goes, and never comes again', async () => {
    const here = await withPlan('2026-05-25');
    const registered = youngPersonEvents.registered.fact(day('2025-06-20'), {
      givenName: 'Robin',
      familyName: 'Example',
      birthDate: day('2012-04-01'),
      sendStatus: 'ehc-plan',
      responsible: '882',
    });
    await here.record(`youngPerson-${personId}`, personId, registered);
    await here.look();
    await here.record(
      `youngPerson-${personId}`,
      personId,
      youngPersonEvents.died.fact(day('2026-05-24'), { source: 'family' }),
    );
    await here.look();
    await here.look('2026-05-26');
    expect(here.tasks()).toEqual([`${reminder} case-ended`]);
    expect(await here.taskEventCount()).toBe(2);
  });

  test('that was done by a decision comes back when meeting and decision were recorded in error', async () => {
    const here = await withPlan('2026-05-25');
    await here.look();
    const decided = after([plan], step.meeting('2026-05-01'), step.decision('2026-05-24', 'maintain')).slice(1);
    const eventIds = await here.record(stream, personId, ...decided);
    await here.look();
    expect(here.tasks()).toEqual([`${reminder} fact`]);
    for (const eventId of eventIds.slice(-2).reverse())
      await here.record(
        stream,
        personId,
        correctionFacts.withdrawn.fact(day('2026-05-25'), { correctsEventId: eventId, reason: 'not theirs' }),
      );
    await here.look();
    expect(here.tasks()).toEqual([`${reminder} open`]);
  });

  test('asks the history, not the list: a list that lags behind reminds of nothing that is done', async () => {
    const here = await withPlan('2026-05-25');
    await here.catchUp();
    const decided = after([plan], step.meeting('2026-05-01'), step.decision('2026-05-24', 'maintain')).slice(1);
    await here.record(stream, personId, ...decided);
    await here.timers.look();
    expect(await here.taskEventCount()).toBe(0);
  });
});

describe('a holding message', () => {
  const message = 'holding-message review';
  const arranged = (on: string, meetingOn: string) =>
    events.meetingPlanned.fact(day(on), { cycleId: 'c1', meetingOn: day(meetingOn) });

  test('R13: is due when fourteen days of notice (EHC-15) do not fit any more and nobody was invited', async () => {
    const here = await withPlan('2026-06-05');
    await here.look();
    expect(here.tasks()).toEqual([`${reminder} open`]);
    await here.look('2026-06-06');
    expect(here.tasks()).toEqual([`${message} 2026-06-11 open`, `${reminder} open`]);
  });

  test('is not due while a meeting is arranged in time; is when it is arranged for a day past the date', async () => {
    const here = await withPlan('2026-06-06', arranged('2026-06-01', '2026-06-15'));
    await here.look();
    expect(here.tasks().filter((task) => task.startsWith('holding'))).toEqual([]);
    await here.record(stream, personId, arranged('2026-06-06', '2026-06-25'));
    await here.look();
    expect(here.tasks()).toContain(`${message} 2026-06-11 open`);
  });

  test('EHC-25: the final plan is out of reach when its fifteen days of representations have not begun in time', async () => {
    const facts = after([plan], step.meeting('2026-03-02'), step.decision('2026-03-30', 'amend')).slice(1);
    const here = await withPlan('2026-05-10', ...facts);
    await here.look();
    expect(here.tasks()).toEqual([]);
    await here.look('2026-05-11');
    expect(here.tasks()).toEqual(['holding-message finalPlan 2026-05-16 open', 'reminder finalPlan 2026-05-25 open']);
  });

  test('that nobody sent is not called done when the step comes late after all', async () => {
    const here = await withPlan('2026-06-10');
    await here.look();
    await here.look('2026-06-22');
    const decided = after([plan], step.meeting('2026-06-19'), step.decision('2026-06-22', 'maintain')).slice(1);
    await here.record(stream, personId, ...decided);
    await here.look();
    expect(here.tasks()).toEqual([`${message} 2026-06-15 overtaken`, `${reminder} fact`]);
  });

  test('is not asked for about dates that passed long ago: the worklist shows those', async () => {
    const here = await withPlan('2026-07-04');
    await here.look();
    expect(here.tasks()).toEqual([]);
    await here.look('2026-07-03');
    expect(here.tasks()).toEqual([`${message} 2026-07-08 open`]);
  });
});

test('a look that dies after any number of commands, before or after the append, is finished by the next one', async () => {
  const here = await withPlan('2026-06-10');
  for (const n of [2, 3]) await here.record(`ehcPlan-plan${n}`, personId, issued(`2025-06-${20 + n}`));
  await here.catchUp();
  const { journal, readSide, clock } = here.opened.foundations;
  const cases = slices.flatMap((slice) => slice.cases);
  const wanted = () => Promise.resolve(new Map<string, never>());
  let dead = 0;
  for (let diesAt = 0; diesAt < 12; diesAt++) {
    const mortal = { left: diesAt };
    const die = () => {
      if (mortal.left-- === 0) throw new OnwardError('store-unavailable', { detail: 'killed' });
    };
    const send = async (command: UseCaseMessage) => {
      die();
      await here.send(command);
      die();
    };
    // The lists are not brought up to date in between: what is there already is told by the tasks themselves.
    await new Timers({ journal, readSide, clock, cases, wanted, send }).look().catch(() => dead++);
  }
  expect(dead).toBe(12);
  await here.look();
  expect(await here.taskEventCount()).toBe(6);
});

describe('building the lists anew', () => {
  test('sends nothing: after a rebuild, and after the folder of lists is deleted, there is no new event', async () => {
    const here = await withPlan('2026-06-10');
    await here.look();
    const before = await here.taskEventCount();
    expect(before).toBe(2);
    const { files, stores, foundations } = here.opened;
    await rebuild(files, { ...stores, clock: foundations.clock, projections }, newId());
    await here.look();
    await here.close();
    rmSync(join(folder.data, 'read-models'), { recursive: true });
    rmSync(join(folder.data, 'process-managers.sqlite'));
    const again = folder.instance('2026-06-10');
    await again.managers.introduce();
    await again.managers.catchUp();
    await again.look();
    expect(await again.taskEventCount()).toBe(before);
    expect(again.tasks()).toHaveLength(2);
  });
});

test('whoever asks for a page has a turn between two questions and two cases, however much there is to look at', async () => {
  const here = await withPlan('2026-05-21');
  for (let nth = 2; nth <= 6; nth++) await here.record(`ehcPlan-plan${nth}`, personId, plan);
  await here.look('2026-05-22');
  let looking = true;
  let turns = 0;
  const others = (async () => {
    while (looking) {
      await new Promise((turn) => setImmediate(turn));
      turns++;
    }
  })();
  await here.timers.look();
  looking = false;
  await others;
  expect(turns).toBeGreaterThan(10);
});
