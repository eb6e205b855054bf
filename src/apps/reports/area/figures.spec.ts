// The figures of the area: chart and table say the same, a link leads to those counted, what is not known is shown.
import { civilDate } from '../../../kernel/calendar/index.js';
import { fills } from '../../../engine/web/charts/drawing.js';
import type { Figure } from './figure.js';
import { lacksFigure } from './lacks.js';
import { phasesFigure, stepsFigure } from './reviews.js';
import { destinationsFigure, gatesFigure } from './transitions.js';
import { waitsFigure } from './waits.js';

const asOf = civilDate('2026-11-25');
const valuesOf = ({ rows }: Figure) => rows.map((row) => row.map(({ value }) => value));

test('waits: the parts of a column add up to the waits of its row, and each count leads to the list of that day', () => {
  const figure = waitsFigure(
    [
      { on: civilDate('2026-10-31'), pathways: 10, over18Weeks: 4, over52Weeks: 1, over52From: 365 },
      { on: asOf, pathways: 5, over18Weeks: 0, over52Weeks: 0, over52From: 365 },
    ],
    asOf,
  );
  expect(valuesOf(figure)).toEqual([
    ['31 Oct 2026', 10, 4, 1],
    ['25 Nov 2026', 5, 0, 0],
  ]);
  expect(figure.rows[0]?.map(({ href }) => href)).toEqual([
    undefined,
    '/waiting?asOf=2026-10-31',
    '/waiting?asOf=2026-10-31&fromDays=127',
    '/waiting?asOf=2026-10-31&fromDays=365',
  ]);
  expect(figure.rows[1]?.slice(2).every(({ href }) => href === undefined)).toBe(true);
  const [first, second, third, last] = figure.drawing.rects.slice(3).map(({ height }) => height);
  expect([second! / first!, third! / first!, last! / first!].map((share) => Math.round(share * 100))).toEqual([
    50, 17, 83,
  ]);
});

test('reviews: a count of a step or a phase leads to the worklist that lists it, for the same day', () => {
  const steps = stepsFigure([{ step: 'decision', overdue: 3, absent: 0, due: 2 }], asOf);
  expect(valuesOf(steps)).toEqual([['Decision', 3, 0, 2]]);
  expect(steps.rows[0]?.[1]?.href).toBe('/ehc/worklist?step=decision&state=overdue&asOf=2026-11-25');
  const phases = phasesFigure([{ phase: 'not-known', plans: 2, overdue: 0, absent: 1 }], asOf);
  expect(valuesOf(phases)).toEqual([['Year group not known', 2, 0, 1]]);
  expect(phases.rows[0]?.[3]?.href).toBe('/ehc/worklist?step=review&phase=not-known&state=absent&asOf=2026-11-25');
});

test('TRN-50: whoever was closed without a destination is counted as not recorded, in grey, and the year is named', () => {
  const destinations = [
    { code: 'PRIMARY_CARE_GP', label: 'Primary care (GP)', closed: 2 },
    { code: 'DIED', label: 'Died', closed: 0 },
    { code: 'NOT_RECORDED', label: 'Not recorded', closed: 1 },
  ];
  const figure = destinationsFigure(
    { from: '2025-09-01', to: '2026-08-31', closed: 5, destinations },
    civilDate('2026-08-31'),
  );
  expect(valuesOf(figure)).toEqual([
    ['Primary care (GP)', 2],
    ['Died', 0],
    ['Not recorded', 3],
  ]);
  expect(figure.definition).toContain('from 1 Sep 2025 to 31 Aug 2026');
  expect(figure.drawing.rects.map(({ fill }) => fill)).toEqual([fills.blue, fills.grey]);
  expect(figure.rows[2]?.[1]?.href).toBe('/reports/discharges?year=2025&destination=NOT_RECORDED&asOf=2026-08-31');
  expect(figure.before?.href).toBe('/reports/area?asOf=2025-08-31#destinations');
});

test('gates: every gate stands there, also one that nobody has before them', () => {
  const figure = gatesFigure(
    [
      { gate: '18', cases: 3 },
      { gate: 'not-known', cases: 0 },
    ],
    asOf,
  );
  expect(valuesOf(figure)).toEqual([
    ['18th birthday', 3],
    ['Birth date not known', 0],
  ]);
  expect(figure.rows[0]?.[1]?.href).toBe('/reports/gates?gate=18&asOf=2026-11-25');
});

test('EHC-12, EHC-13: what reviews were decided without is counted by kind, each count leads to those reviews, and the year is named', () => {
  const lacks = [
    { lack: 'no-meeting' as const, reviews: 2 },
    { lack: 'not-invited' as const, reviews: 0 },
  ];
  const figure = lacksFigure({ from: '2026-09-01', to: '2026-11-25', lacks }, asOf);
  expect(valuesOf(figure)).toEqual([
    ['No meeting', 2],
    ['Not invited', 0],
  ]);
  expect(figure.rows[0]?.[1]?.href).toBe('/reports/review-lacks?lack=no-meeting&year=2026&asOf=2026-11-25');
  expect(figure.rows[1]?.[1]).not.toHaveProperty('href');
  expect(figure.definition).toContain('from 1 Sep 2026 to 25 Nov 2026');
  expect(figure.before?.href).toBe('/reports/area?asOf=2026-08-31#lacks');
});
