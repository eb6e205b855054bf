// Questions asked of real rows: list, figures, the month now seen, reconciliation, estimate.
import { answerTo } from '../../../engine/use-cases/offers.js';
import fc from 'fast-check';
import { addDays, addWeeks } from '../../../kernel/calendar/index.js';
import { waitEvents as events, type WaitFact } from '../domain/events.js';
import { day, received } from '../waits-for-tests.js';
import { facts, project, type Recorded } from '../project-for-tests.js';
import { estimatedWait } from './estimated-wait.js';
import { nowSeeing } from './now-seeing.js';
import { reconcileList } from './reconcile-list.js';
import { waitingFigures } from './waiting-figures.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import type { Clock } from '../../../kernel/clock.js';
import { askWaitingList } from './waiting-list.js';
import { waitsByService } from './waits-by-service.js';
import { waitsOfPerson } from './waits-of-person.js';

const census = day('2026-06-30');
const removed = (on: string): WaitFact => events.removedFromList.fact(day(on), { reason: 'moved' });
const attended = (on: string): WaitFact => events.firstContactAttended.fact(day(on), { mode: 'video' });

test('WAIT-40: figures say their census, population and clock, and count people apart from pathways', () => {
  const db = project([
    ...facts('w1', received('2026-02-23')),
    ...facts('w2', received('2026-06-23', { service: 'occupational-therapy' })),
    ...facts('w3', received('2025-06-30', { personId: 'p2' })),
    ...facts('w4', received('2026-01-01', { personId: 'p3' }), removed('2026-06-30')),
  ]);
  const figures = waitingFigures(db, census, {});
  expect(figures).toMatchObject({
    censusOn: '2026-06-30',
    pathways: 3,
    people: 2,
    over18Weeks: 2,
    over52Weeks: 1,
    longestDays: 365,
  });
  expect(figures.bands.filter(({ waits }) => waits > 0).map(({ label }) => label)).toEqual([
    '0-1 weeks',
    '18-52 weeks',
    'over 52 weeks',
  ]);
  expect(figures.exact.median).toEqual({ days: 127, weeks: 18 });
  expect(figures.fromWeeklyBands.ninetySecond).toBe('>52 weeks');
  expect(waitsByService(db, census, { service: 'speech-and-language' })).toMatchObject([
    { pathways: 2, people: 2, over18Weeks: 2, over52Weeks: 1, medianDays: 127, ninetySecondDays: 365 },
  ]);
});

test('WAIT-03: who is between two clocks is in no band and yet not forgotten', () => {
  const db = project(
    facts(
      'w1',
      received('2026-02-23', { pathway: 'RTT' }),
      events.clockNullified.fact(day('2026-05-01'), { clockStart: day('2026-02-23') }),
    ),
  );
  expect(waitingFigures(db, census, {})).toMatchObject({ pathways: 0, withoutClock: 1 });
  expect(waitingFigures(db, day('2026-04-30'), {})).toMatchObject({ pathways: 1, withoutClock: 0 });
});

test('WAIT-23: who had a first contact but no assessment still waits, and shows where', () => {
  const autism = { pathway: 'AUTISM_ADHD' } as const;
  const assessed = events.segmentReached.fact(day('2026-05-01'), { segment: 'assessment' });
  const db = project([
    ...facts('w1', received('2026-02-23', autism), attended('2026-04-01')),
    ...facts('w2', received('2026-02-23', autism), assessed),
  ]);
  expect(waitingFigures(db, census, {}).reached).toEqual({ 'first-contact': 1, assessment: 1 });
});

describe('the month now seen', () => {
  const seen = (count: number): Recorded[] =>
    Array.from({ length: count }, (_, index) =>
      facts(`w${index}`, received(`2026-0${index + 1}-10`), attended('2026-06-20')),
    ).flat();

  test('is that of the median clock start of those first seen in the last 28 days', () => {
    expect(nowSeeing(project(seen(5)), census, {}).sentence).toBe('We are now seeing people referred in Mar 2026.');
  });
  test('is not given for fewer than five', () => {
    expect(nowSeeing(project(seen(4)), census, {})).toMatchObject({ suppressed: true });
  });
});

test('WAIT-46, WAIT-47: the estimate goes by urgency, then clock start, and never by a reset clock', () => {
  const done = Array.from({ length: 36 }, (_, index) =>
    facts(
      `d${index}`,
      received('2026-01-01', { personId: `d${index}` }),
      attended(addDays(census, -index)),
      events.clockStopped.fact(addDays(census, -index), { how: 'first-contact' }),
    ),
  ).flat();
  const queue = Array.from({ length: 30 }, (_, index) =>
    facts(`q${index}`, received(addDays(day('2026-02-01'), index))),
  ).flat();
  const escalated = events.escalated.fact(day('2026-06-29'), { urgency: 'urgent', concern: 'Worse' });
  const estimate = (more: Recorded[]) => {
    const db = project([...done, ...queue, ...more]);
    return estimatedWait(db, db.get("SELECT * FROM wait_case WHERE id = 'q29'") ?? {}, census).weeks;
  };
  expect(estimate([])).toEqual({ from: 8, to: 12 });
  expect(estimate(facts('q29', escalated))).toEqual({ from: 0, to: 1 });
});

test('a move to another provider starts a new clock; what the family experienced goes on', () => {
  const db = project([
    ...facts('w1', received('2026-01-01'), removed('2026-03-01')),
    ...facts('w2', received('2026-03-01', { provider: 'other' })),
  ]);
  expect(waitsOfPerson(db, 'p1', census)).toMatchObject({ experiencedDays: 180, waits: [{ id: 'w1' }, { id: 'w2' }] });
});

test('WAIT-43: opening + additions − removals = closing, between any two dates of any history', () => {
  const start = day('2026-01-01');
  const run = fc.record({
    from: fc.nat(200),
    lasts: fc.option(fc.nat(200)),
    correctedBy: fc.option(fc.integer({ min: 1, max: 90 })),
  });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 25 }), fc.nat(250), fc.nat(250), (runs, first, more) => {
      const db = project(
        runs.flatMap(({ from, lasts, correctedBy }, index) => {
          const on = addDays(start, from);
          const all = [received(on)];
          const to = addDays(on, -(correctedBy ?? 0));
          if (correctedBy !== null)
            all.push(events.clockStartCorrected.fact(addWeeks(on, 1), { from: on, to, reason: 'r', author: 'a' }));
          if (lasts !== null) all.push(removed(addDays(on, lasts)));
          return facts(`w${index}`, ...all);
        }),
      );
      const reconciled = reconcileList(db, addDays(start, first), addDays(start, first + more), {});
      expect(reconciled.addsUp).toBe(true);
      db.database.close();
    }),
    { numRuns: 40 },
  );
});

test('WAIT-44: a census that was restated says by how much', () => {
  const late = { id: 'w1', fact: removed('2026-05-30'), recordedOn: '2026-06-05' };
  const db = project([...facts('w1', received('2026-02-23')), late]);
  expect(reconcileList(db, day('2026-05-31'), census, {})).toMatchObject({
    opening: 0,
    openingAsKnownThen: 1,
    closing: 0,
    closingAsKnownThen: 0,
  });
});

test('WAIT-41: the list is longest first, page by page, each row with its weeks and band as of the census', async () => {
  const db = project([
    ...facts('b', received('2026-02-23'), attended('2026-07-02')),
    ...facts('a', received('2026-02-23')),
    ...facts('c', received('2025-06-30')),
    ...facts('d', received('2026-07-01')),
  ]);
  const given = [{ db } as unknown as ReadSide, { today: () => census } as Clock] as const;
  const asked = { actor: { id: 'x', role: 'manager', organisation: 'y' }, asOf: census };
  const first = await answerTo(askWaitingList, askWaitingList.of({}, { limit: 2 }, asked), given);
  const second = await answerTo(askWaitingList, askWaitingList.of({}, { limit: 2, cursor: first.next }, asked), given);
  expect([...first.items, ...second.items].map(({ id, weeks, band }) => [id, weeks, band])).toEqual([
    ['c', 52, 'over 52 weeks'],
    ['a', 18, '18-52 weeks'],
    ['b', 18, '18-52 weeks'],
  ]);
  expect(second.items[0]?.firstContactOn).toBeUndefined();
  expect(second.next).toBeUndefined();
});
