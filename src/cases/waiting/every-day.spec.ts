// The dates of a wait on each day: from all that is known now, as the worklist has them, and from what had happened by then, as the replay has them.
import fc from 'fast-check';
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';
import { viewed } from '../../kernel/corrections.js';
import { given, past } from '../../kernel/given-when-then.js';
import { stateOf } from '../../kernel/history.js';
import { deadlinesOn } from '../../engine/deadlines/deadlines-on.js';
import { canBeMissed, metAsOf } from '../../rules/deadline.js';
import { deadlineSubjects } from './domain/facts.js';
import { waitEvents as events, type WaitFact } from './domain/events.js';
import type { Wait } from './domain/state.js';
import { waitKind } from './domain/wait-kind.js';
import { wait, type WaitCommand } from './wait.js';
import { anyCommand, checkIn, day, received } from './waits-for-tests.js';

const open = (of: Wait, on: CivilDate): string[] =>
  deadlineSubjects('w', of)
    .flatMap((subject) => deadlinesOn(subject, on))
    .filter((one) => canBeMissed(one.kind) && metAsOf(one, on) === undefined)
    .map(({ rule, dueOn }) => `${rule} by ${dueOn}`)
    .sort();

const recorded = (facts: readonly WaitFact[]) => past(facts).map((event, revision) => ({ ...event, revision }));
const listed = (facts: readonly WaitFact[], on: CivilDate) => open(stateOf(waitKind, past(facts)), on);
const replayed = (facts: readonly WaitFact[], asOf: CivilDate) =>
  open(stateOf(waitKind, viewed(recorded(facts), { asOf }, waitKind.corrects).events), asOf);

const told = (...commands: readonly WaitCommand[]): readonly WaitFact[] =>
  commands.reduce<readonly WaitFact[]>(
    (facts, command) => {
      const { facts: more, refusal } = given(wait, facts).when(command);
      if (refusal) throw refusal;
      return [...facts, ...more];
    },
    [received('2026-03-02')],
  );
const startTo = (to: string): WaitCommand => ({
  type: 'CorrectClockStart',
  on: day('2026-06-10'),
  to: day(to),
  reason: 'the stamp',
  author: 'a',
});

describe('WAIT-44, WAIT-45: a start of the clock that is corrected is the day from which the family waits', () => {
  test.each(['2026-02-09', '2026-03-30'])('to %s: the next update is due from it, on every day', (start) => {
    const facts = told(startTo(start));
    const [before, from] = [addDays(day(start), -1), day(start)];
    expect([listed(facts, before), replayed(facts, before)]).toEqual([[], []]);
    const due = [`WAIT-11 by ${addDays(from, 126)}`, `WAIT-45 by ${addDays(from, 90)}`];
    expect([listed(facts, from), replayed(facts, from)]).toEqual([due, due]);
  });

  test('corrected twice: from the last', () => {
    const facts = told(startTo('2026-02-09'), startTo('2026-03-09'));
    expect(listed(facts, day('2026-03-08'))).toEqual([]);
    expect(listed(facts, day('2026-03-09'))).toContain('WAIT-45 by 2026-06-07');
  });

  test('WAIT-03: but a new clock after a missed appointment leaves the update due from the referral', () => {
    const facts = [
      received('2026-03-02', { pathway: 'RTT' }),
      events.firstContactMissed.fact(day('2026-03-20'), { why: 'did-not-attend', clearlyCommunicated: true }),
      events.clockNullified.fact(day('2026-03-20'), { clockStart: day('2026-03-02') }),
      events.clockStarted.fact(day('2026-04-01'), { why: 'new-date-agreed' }),
    ];
    const corrected = [...facts, ...given(wait, facts).when(startTo('2026-04-10')).facts];
    for (const on of [day('2026-04-09'), day('2026-04-10')]) {
      expect(listed(corrected, on)).toContain('WAIT-45 by 2026-05-31');
      expect(replayed(corrected, on)).toEqual(listed(corrected, on));
    }
  });

  test('not to a day after the family was told something', () => {
    const facts = told({ type: 'RecordContact', on: day('2026-03-10'), contact: checkIn });
    expect(given(wait, facts).when(startTo('2026-03-11')).refusal?.parts.rule).toBe('WAIT-44');
    expect(given(wait, facts).when(startTo('2026-03-10')).refusal).toBeUndefined();
  });

  test('an update recorded before the start, as could be said once, sets no date: the start does', () => {
    const facts: readonly WaitFact[] = [
      received('2026-03-02'),
      events.waitingWellContact.fact(day('2026-03-10'), checkIn),
      events.clockStartCorrected.fact(day('2026-06-10'), {
        from: day('2026-03-02'),
        to: day('2026-04-01'),
        reason: 'r',
        author: 'a',
      }),
    ];
    expect(listed(facts, day('2026-04-01'))).toContain('WAIT-45 by 2026-06-30');
    for (const on of ['2026-03-09', '2026-03-10', '2026-03-31', '2026-04-01'].map(day))
      expect(replayed(facts, on)).toEqual(listed(facts, on));
  });
});

test('WAIT-02, WAIT-45: under active monitoring no update is asked for, and after it the next is due from the new clock', () => {
  const facts = [
    received('2026-03-02', { pathway: 'RTT' }),
    events.clockStopped.fact(day('2026-03-20'), { how: 'active-monitoring' }),
    events.clockStarted.fact(day('2026-05-04'), { why: 'decision-to-treat' }),
  ];
  const updates = ['2026-03-19', '2026-03-20', '2026-05-03', '2026-05-04'].map((on) =>
    listed(facts, day(on)).filter((line) => line.startsWith('WAIT-45')),
  );
  expect(updates).toEqual([['WAIT-45 by 2026-05-31'], [], [], ['WAIT-45 by 2026-08-02']]);
});

/** A clock that is nullified counts as if it had not run, on no list; as of a day before, the replay does not know of it yet (WAIT-03). */
const nullifies = (command: WaitCommand): boolean => command.type === 'MissFirstContact' && command.clearlyCommunicated;

test('REC-24: whatever is said of a wait in whatever order, its dates on each day are the same from all that is known and from what had happened', () => {
  const pathway = fc.constantFrom('RTT' as const, 'CHS' as const, 'MH_CYP' as const);
  let startsCorrected = 0;
  fc.assert(
    fc.property(pathway, fc.array(anyCommand, { minLength: 3, maxLength: 12 }), (path, commands) => {
      let facts: readonly WaitFact[] = [received('2026-03-02', { pathway: path })];
      for (const one of commands.filter((command) => !nullifies(command)))
        facts = [...facts, ...given(wait, facts).when(one).facts];
      if (facts.some(({ type }) => type === 'WaitClockStartCorrected')) startsCorrected++;
      for (let days = -20; days < 110; days += 3) {
        const on = addDays(day('2026-03-02'), days);
        expect({ on, dates: replayed(facts, on) }).toEqual({ on, dates: listed(facts, on) });
      }
    }),
    { seed: 45, numRuns: 300 },
  );
  expect(startsCorrected).toBeGreaterThan(50);
});
