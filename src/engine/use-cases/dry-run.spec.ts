// A decision run dry: which things of a case it is asked about, on which days, and how often at most.
import { IsIn, IsOptional, IsString } from 'class-validator';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { CaseKind } from '../../kernel/decider.js';
import { notFound, refuse } from '../../kernel/errors.js';
import type { Fact } from '../../kernel/events.js';
import { CommandRunner } from '../commands/command-runner.js';
import type { CaseNow } from './case-now.js';
import { straight, useCasesOn } from './case-use-case.js';
import { whyNot } from './dry-run.js';
import { waysOf } from './ways.js';

interface Item {
  readonly id: string;
  readonly since: CivilDate;
}
interface Club {
  readonly items: readonly Item[];
  readonly settings: { readonly hall: object };
}
const kind: CaseKind<Club> = {
  category: 'club',
  noun: 'club',
  initial: { items: [], settings: { hall: {} } },
  evolve: (state) => state,
  events: {},
  subjectOf: () => undefined,
};
const who = { roles: ['system'], because: 'It is made up.' };
const clubUseCase = useCasesOn(kind, { section: 'Clubs', id: 'id', who, uses: [CommandRunner], run: straight });

class Mending {
  @IsIn(['glue', 'nails', 'thread']) how: string;
}
class Meeting extends Mending {
  @IsString() meetingId: string;
}
class Correction {
  @IsString() correctsEventId: string;
}
class Painting {
  @IsOptional() @IsString() itemId?: string;
}
const common = { does: 'Something', rules: [], noForm: 'It is made up.' };
const fact = (on: CivilDate): Fact[] => [{ type: 'Happened', occurredOn: on, data: {} }];

/** What a decision was asked about, in turn. */
let asked: string[] = [];
beforeEach(() => (asked = []));

type Mended = { readonly on: CivilDate; readonly itemId: string };
type Decide<C> = (command: C, state: Club) => readonly Fact[];
const mending = (decide: Decide<Mended>) =>
  clubUseCase({
    ...common,
    name: 'MendItem',
    asks: 'MendItem',
    post: 'clubs/:id/items/:itemId/mending',
    input: Mending,
    decide(command: Mended, state) {
      asked.push(command.itemId);
      return decide(command, state);
    },
  });

const today = civilDate('2026-06-01');
const longAgo = civilDate('2020-01-01');
const items = (count: number, since = longAgo): Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: `i-${index}`, since: addDays(since, index) }));
const recorded = (id: string) => ({
  id,
  type: 'Happened',
  occurredOn: today,
  recordedAt: '',
  commandId: `command of ${id}`,
  data: { itemId: `item of ${id}` },
});
function nowOf(state: Partial<Club>, over: Partial<CaseNow> = {}): CaseNow {
  const actor = { id: 'x', role: 'system', organisation: '882' };
  const entries = { recorded: [], standing: [] };
  return { state: { ...kind.initial, ...state }, entries, today, actor, beside: {}, may: () => true, ...over };
}
const noOf = (useCase: ReturnType<typeof mending>, now: CaseNow) => whyNot(useCase, waysOf(useCase, 'c1', now), now);

test('it is asked about the things of the case, and not about commands, events or names of fields', () => {
  const standing = ['e-1', 'e-2'].map(recorded);
  const mend = mending(({ itemId }) => {
    throw notFound('item', itemId);
  });
  const no = noOf(mend, nowOf({ items: items(2) }, { entries: { recorded: standing, standing } }));
  expect(asked).toEqual(['i-0', 'i-1']);
  // Nobody has asked for any of them.
  expect(no?.error.message).toBe('There is nothing that it could be about.');
});

test('a correction is asked about what was recorded, the last first', () => {
  const standing = ['e-1', 'e-2'].map(recorded);
  const correct = clubUseCase({
    ...common,
    name: 'CorrectClub',
    asks: 'CorrectClub',
    post: 'clubs/:id/corrections',
    input: Correction,
    decide({ correctsEventId }: { readonly correctsEventId: string }) {
      asked.push(correctsEventId);
      throw refuse('REC-24', 'This cannot be corrected.');
    },
  });
  const now = nowOf({ items: items(2) }, { entries: { recorded: standing, standing } });
  expect(whyNot(correct, waysOf(correct, 'c1', now), now)?.error.parts.rule).toBe('REC-24');
  expect([...new Set(asked)]).toEqual(['e-2', 'e-1']);
});

test('what names nothing of the case stays open: a long case is asked no more often than a short one', () => {
  const meet = clubUseCase({
    ...common,
    name: 'MeetInClub',
    asks: 'MeetInClub',
    post: 'clubs/:id/meetings',
    input: Meeting,
    elsewhere: ['meetingId'],
    decide() {
      asked.push('');
      throw refuse('REC-24', 'The club is closed.');
    },
  });
  const timesOf = (count: number) => {
    asked = [];
    const now = nowOf({ items: items(count) });
    whyNot(meet, waysOf(meet, 'c1', now), now);
    return asked.length;
  };
  expect(timesOf(300)).toBe(timesOf(1));
});

test('when three things were refused in the same words whatever was answered, the next are not asked every answer', () => {
  const closed = () => {
    throw refuse('REC-24', 'The club is closed.');
  };
  expect(noOf(mending(closed), nowOf({ items: items(50) }))?.error.message).toBe('The club is closed.');
  expect(asked.length).toBeLessThan(50 * 2 + 3 * 2 * 3 + 1);
});

test('after two hundred refusals in different words nothing more is asked, and it counts as possible', () => {
  const mend = mending(({ itemId }) => {
    throw refuse('REC-24', `Not ${itemId}, of all things.`);
  });
  expect(noOf(mend, nowOf({ items: items(500) }))).toBeUndefined();
  expect(asked.length).toBe(201);
});

test('the last of many things is found, however many there are of which it is not so', () => {
  const mend = mending(({ itemId, on }) => {
    if (itemId !== 'i-299') throw notFound('item', itemId);
    return fact(on);
  });
  expect(noOf(mend, nowOf({ items: items(300) }))).toBeUndefined();
});

describe('of an earlier day', () => {
  /** One of the things could be mended on the day since which it is there. */
  const once = (last: string) =>
    mending(({ itemId, on }, state) => {
      if (itemId !== last || on !== state.items.find(({ id }) => id === last)?.since)
        throw refuse('REC-24', 'The club is closed.');
      return fact(on);
    });

  it('each thing is tried of its own days, not the first one alone, nor the last days of the case alone', () => {
    const now = nowOf({ items: items(40) });
    expect(noOf(once('i-0'), now)?.ofEarlierDay).toBe(true);
    expect(noOf(once('i-39'), now)?.ofEarlierDay).toBe(true);
    expect(noOf(once('i-40'), now)?.ofEarlierDay).toBe(false);
  });

  it('what may be about one of several things is tried about each', () => {
    const paint = clubUseCase({
      ...common,
      name: 'PaintItem',
      asks: 'PaintItem',
      post: 'clubs/:id/painting',
      input: Painting,
      decide({ itemId, on }: Mended, { items: all }) {
        if (on !== all[1]?.since || itemId !== all[1].id) throw refuse('REC-24', 'The club is closed.');
        return fact(on);
      },
    });
    const now = nowOf({ items: items(40) });
    expect(whyNot(paint, waysOf(paint, 'c1', now), now)?.ofEarlierDay).toBe(true);
  });

  it.each([
    ['the day before', '2019-12-31', true],
    ['the day', '2020-01-01', true],
    ['the day after', '2020-01-02', false],
  ])('REC-24: of a birth on %s it is tried of no day before it', (_, birthDate, can) => {
    const now = nowOf({ items: items(1) }, { beside: { birthDate } });
    expect(noOf(once('i-0'), now)?.ofEarlierDay).toBe(can);
  });
});

test('of a case of which nothing can be recorded any more, no decision is asked', () => {
  const closed = refuse('REC-12', 'They were forgotten.');
  expect(
    noOf(
      mending(({ on }) => fact(on)),
      nowOf({ items: items(1) }, { closed }),
    ),
  ).toEqual({ error: closed, ofEarlierDay: false });
  expect(asked).toEqual([]);
});
