// Waits at the ends of months, and the list behind a band of them.
import { answerTo } from '../../../engine/use-cases/offers.js';
import { waitEvents as events } from '../domain/events.js';
import { day, received } from '../waits-for-tests.js';
import { waitProjection } from '../projection.js';
import { facts, project } from '../project-for-tests.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import type { Clock } from '../../../kernel/clock.js';
import { askWaitingList, type WaitingListAsked } from './waiting-list.js';
import { waitingFigures } from './waiting-figures.js';
import { countByService, waitsByService } from './waits-by-service.js';
import { censusDays, waitsOverTime } from './waits-over-time.js';

const asOf = day('2026-06-30');
const db = project([
  ...facts('w1', received('2026-02-23')),
  ...facts('w2', received('2026-02-24')),
  ...facts('w3', received('2025-06-30')),
  ...facts('w4', received('2026-01-01'), events.removedFromList.fact(day('2026-05-31'), { reason: 'moved' })),
]);

test('the days are the ends of the twelve months before, and the day itself; leap years have their 29th', () => {
  expect(censusDays(day('2026-06-15')).slice(-3)).toEqual(['2026-04-30', '2026-05-31', '2026-06-15']);
  expect(censusDays(day('2026-06-15'))[0]).toBe('2025-06-30');
  expect(censusDays(day('2028-03-31')).slice(-2)).toEqual(['2028-02-29', '2028-03-31']);
});

test('WAIT-06, AMB-08: day 127 is over 18 weeks, day 126 is not; day 365 is over 52; who left by the end of a day is not counted on it', () => {
  expect(waitsOverTime(db, asOf, {}).slice(-3)).toEqual([
    { on: '2026-04-30', pathways: 4, over18Weeks: 1, over52Weeks: 0, over52From: 365 },
    { on: '2026-05-31', pathways: 3, over18Weeks: 1, over52Weeks: 0, over52From: 365 },
    { on: '2026-06-30', pathways: 3, over18Weeks: 2, over52Weeks: 1, over52From: 365 },
  ]);
  expect(waitsOverTime(db, asOf, { service: 'no such service' }).every(({ pathways }) => pathways === 0)).toBe(true);
});

it.each([
  ['2025-06-29', 366, 0],
  ['2025-06-30', 366, 0],
  ['2025-07-01', 365, 1],
])(
  'AMB-08: read as over 52 weeks from 366 days for waits that began on %s or later: every figure of 30 Jun 2026 by one reading',
  (from, over52From, over52Weeks) => {
    const rows = project(facts('w3', received('2025-06-30')));
    rows.run(
      "INSERT INTO area_setting (area, nth, authority, setting, value, from_on, basis, chosen_on, event_id) VALUES ('area', 0, NULL, 'AMB-08', 'FROM_366', ?, 'local-protocol', '2026-01-05', 's1')",
      from,
    );
    const chosen = { type: 'AreaSettingChosen', stream: 'areaSettings-x', data: {}, id: 's1', recordedAt: '' };
    rows.transaction(() => waitProjection.apply([chosen as never], rows));
    const expected = { over52From, over52Weeks };
    expect(waitsOverTime(rows, asOf, {}).at(-1)).toMatchObject(expected);
    expect(waitsOverTime(rows, asOf, { known: 'then' }).at(-1)).toMatchObject(expected);
    expect(waitsByService(rows, asOf, {})).toMatchObject([expected]);
    expect(countByService(rows, asOf, {})).toMatchObject([expected]);
    const figures = waitingFigures(rows, asOf, {});
    expect([figures.over52Weeks, figures.bands.at(-1)]).toMatchObject([
      over52Weeks,
      { fromDays: over52From, waits: over52Weeks },
    ]);
    // A day later it is over 52 weeks on either reading.
    expect(waitsOverTime(rows, day('2026-07-01'), {}).at(-1)).toMatchObject({ over52Weeks: 1 });
  },
);

test('WAIT-10: the days of a band list those whom the band counts', async () => {
  const actor = { id: 'ella', role: 'manager', organisation: 'council' };
  const given = [{ db } as ReadSide, { today: () => asOf } as Clock] as const;
  const listed = async (list: WaitingListAsked) =>
    (await answerTo(askWaitingList, askWaitingList.of({}, list, { actor, asOf }), given)).items.map(({ id }) => id);
  expect(await listed({ fromDays: 127, toDays: 364 })).toEqual(['w1']);
  expect(await listed({ fromDays: 365 })).toEqual(['w3']);
  expect(await listed({ toDays: 126 })).toEqual(['w2']);
});
