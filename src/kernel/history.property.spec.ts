// A history as it counts: whatever is corrected and taken back in whatever order, what stands is what was true (REC-24).
import fc from 'fast-check';
import { civilDate, type CivilDate } from './calendar/index.js';
import { correctionFacts, effective, viewed, type CorrectionFact } from './corrections.js';
import type { Folding } from './decider.js';
import { defineEvent, field, type FactOf, type Recorded } from './events.js';
import { foldStanding, History, stateOf } from './history.js';

const noted = defineEvent('Noted', { word: field.id(), due: field.date() });
type Noted = FactOf<{ noted: typeof noted }>;
type Event = (Noted | CorrectionFact) & Recorded & { readonly revision: number };

/** What is noted, in order of its day; of two on one day the later one first, so that a fold in another order shows. */
const notes: Folding<readonly string[], Noted | CorrectionFact> = {
  category: 'notes',
  initial: [],
  evolve(said, event) {
    if (event.type !== 'Noted') throw new Error('A correction is never folded');
    return [...said, `${event.occurredOn} ${event.data.word} ${event.data.due}`].sort().reverse();
  },
};

const dayOf = (n: number): CivilDate => civilDate(`2026-01-${String(n + 1).padStart(2, '0')}`);

type Said =
  | { readonly say: 'note'; readonly on: number; readonly due: number }
  | { readonly say: 'day' | 'due'; readonly of: number; readonly to: number }
  | { readonly say: 'withdraw'; readonly of: number };

const anyOf = fc.nat({ max: 11 });
const day = fc.nat({ max: 20 });
const note = fc.record({ say: fc.constant('note' as const), on: day, due: day });
const correction = fc.oneof(
  fc.record({ say: fc.constantFrom('day' as const, 'due' as const), of: anyOf, to: day }),
  fc.record({ say: fc.constant('withdraw' as const), of: anyOf }),
);
const histories = fc.array(fc.oneof({ weight: 2, arbitrary: note }, { weight: 1, arbitrary: correction }), {
  minLength: 1,
  maxLength: 12,
});

/** One event a day, `e0`, `e1`, …; a correction may name any of them, also another correction or what is yet to come. */
const told = (all: readonly Said[]): Event[] =>
  all.map((said, revision) => {
    const recorded = { id: `e${revision}`, revision, recordedAt: `${dayOf(revision)}T12:00:00.000Z` };
    return { ...fact(said, dayOf(revision)), ...recorded };
  });

function fact(said: Said, on: CivilDate): Noted | CorrectionFact {
  if (said.say === 'note') return noted.fact(dayOf(said.on), { word: 'w', due: dayOf(said.due) });
  const correctsEventId = `e${said.of}`;
  if (said.say === 'withdraw') return correctionFacts.withdrawn.fact(on, { correctsEventId, reason: 'r' });
  const changed = said.say === 'day' ? 'occurredOn' : 'due';
  return correctionFacts.corrected.fact(on, {
    correctsEventId,
    changes: [{ field: changed, to: dayOf(said.to) }],
    reason: 'r',
  });
}

const holds = (property: (all: readonly Said[], n: number) => void) =>
  fc.assert(fc.property(histories, anyOf, property), { numRuns: 400 });

const standing = (events: readonly Event[]) => effective(events).standing;

test('what stands is a history of which everything stands', () =>
  holds((all) => {
    const once = standing(told(all));
    expect(standing(once)).toEqual(once);
    expect(once.every(({ type }) => type === 'Noted')).toBe(true);
  }));

test('a history read event by event has the state of what stands', () =>
  holds((all) => {
    const events = told(all);
    const history = new History(notes);
    events.forEach((event, index) => {
      history.take(event);
      expect(history.state).toEqual(foldStanding(notes, standing(events.slice(0, index + 1))));
    });
    expect(history.standing).toEqual(standing(events));
    expect(history.fork().state).toEqual(history.state);
  }));

test('a history read at once has the state and the facts of one read event by event, whatever it began with', () =>
  holds((all, n) => {
    const events = told(all);
    const begin = () => new History(notes).takeAll(events.slice(0, n));
    const single = begin();
    for (const event of events.slice(n)) single.take(event);
    const whole = begin().takeAll(events.slice(n));
    expect([whole.state, whole.standing, whole.recorded]).toEqual([single.state, single.standing, single.recorded]);
  }));

test('facts between which there is no correction are folded together, where a kind of case says how', () => {
  const events = told([
    { say: 'note', on: 3, due: 9 },
    { say: 'note', on: 4, due: 9 },
    { say: 'withdraw', of: 0 },
    { say: 'note', on: 5, due: 9 },
    { say: 'note', on: 6, due: 9 },
  ]);
  const together: (readonly string[])[] = [];
  const folding: typeof notes = {
    ...notes,
    evolveAll(said, facts) {
      together.push(facts.map(({ id }) => id));
      return facts.reduce((now, fact) => notes.evolve(now, fact), said);
    },
  };
  expect(stateOf(folding, events)).toEqual(stateOf(notes, events));
  expect(together.filter((ids) => ids.length > 0)).toEqual([['e0', 'e1'], ['e1'], ['e3', 'e4']]);
});

test('what is withdrawn was never recorded', () =>
  holds((all, n) => {
    const events = told(all);
    const { id } = events[n % events.length]!;
    const withdrawal = told([...all, { say: 'withdraw', of: n % events.length }]).at(-1)!;
    const without = events.filter((event) => event.id !== id || event.type !== 'Noted');
    expect(stateOf(notes, [...events, withdrawal])).toEqual(stateOf(notes, without));
  }));

test('a correction to what it was corrects nothing', () =>
  holds((all, n) => {
    const events = told(all);
    const known = standing(events)[n];
    if (known?.type !== 'Noted') return;
    const changes = [{ field: 'occurredOn', to: known.occurredOn }];
    const corrected = { correctsEventId: known.id, changes, reason: 'r' };
    const same = { ...events[0]!, ...correctionFacts.corrected.fact(dayOf(20), corrected), id: 'same' };
    expect(standing([...events, same])).toEqual(standing(events));
  }));

test('corrections of different fields and facts may come in any order', () =>
  fc.assert(
    fc.property(fc.array(note, { minLength: 3, maxLength: 6 }), day, day, fc.boolean(), (all, first, second, same) => {
      const one: Said = { say: 'day', of: 0, to: first };
      const other: Said = same ? { say: 'due', of: 0, to: second } : { say: 'withdraw', of: 1 };
      expect(standing(told([...all, one, other]))).toEqual(standing(told([...all, other, one])));
    }),
  ));

test('as known on the day before a correction, it was not made', () =>
  holds((all, n) => {
    const events = told(all);
    const at = n % events.length;
    const known = viewed(events, { knownOn: dayOf(at - 1 < 0 ? 0 : at - 1) }).events;
    expect(known).toEqual(events.slice(0, at === 0 ? 1 : at));
    expect(viewed(events, { revision: at }).events).toEqual(events.slice(0, at + 1));
  }));

test('as of a day, what stands is what stands and had happened by then', () =>
  holds((all, n) => {
    const events = told(all);
    for (const asOf of [dayOf(n), dayOf(n + 1)]) {
      const then = standing(viewed(events, { asOf }).events);
      expect(then).toEqual(standing(events).filter(({ occurredOn }) => occurredOn <= asOf));
    }
    const ids = (asOf: CivilDate) => viewed(events, { asOf }).events.map(({ id }) => id);
    expect(ids(dayOf(n + 1))).toEqual(expect.arrayContaining(ids(dayOf(n))));
  }));

test('REC-11: a correction of a correction, and what names nothing, change nothing', () => {
  const events = told([
    { say: 'note', on: 3, due: 9 },
    { say: 'day', of: 0, to: 2 },
    { say: 'withdraw', of: 1 },
    { say: 'day', of: 1, to: 7 },
    { say: 'withdraw', of: 11 },
  ]);
  expect(stateOf(notes, events)).toEqual(['2026-01-03 w 2026-01-10']);
});

test('REC-24: what changes nothing moves no day: a fact stands as of its own corrected day, whatever names its correction later', () => {
  const events = told([
    { say: 'note', on: 4, due: 9 },
    { say: 'day', of: 0, to: 2 },
    { say: 'day', of: 1, to: 19 },
  ]);
  const as = (on: number) => standing(viewed(events, { asOf: dayOf(on) }).events).map(({ id }) => id);
  expect([as(1), as(2), as(9)]).toEqual([[], ['e0'], ['e0']]);
});

test('REC-24: a correction that names what was not there yet moves no day either', () => {
  const events = told([
    { say: 'day', of: 1, to: 19 },
    { say: 'note', on: 4, due: 9 },
    { say: 'withdraw', of: 2 },
    { say: 'note', on: 6, due: 9 },
  ]);
  const as = (on: number) => standing(viewed(events, { asOf: dayOf(on) }).events).map(({ id }) => id);
  expect([as(3), as(4), as(5), as(6)]).toEqual([[], ['e1'], ['e1'], ['e1', 'e3']]);
});

test('a history is told with the facts that its state comes from, or a correction would fold it anew from nothing', () => {
  const [event, later, correction] = told([
    { say: 'note', on: 3, due: 9 },
    { say: 'note', on: 4, due: 9 },
    { say: 'day', of: 1, to: 2 },
  ]) as [Event, Event, Event];
  const { state } = new History(notes).take(event);
  const goesOn = new History(notes, [], state).take(later);
  expect(goesOn.state).toHaveLength(2);
  expect(() => goesOn.take(correction)).toThrow(/facts that its state comes from/);
  expect(new History(notes, [event], state).take(later).take(correction).state).toHaveLength(2);
  expect(new History(notes, [], notes.initial).take(correction).state).toEqual([]);
});
