// What is written down of a figure gives the same table again, and nothing of what was a star.
import { EventCatalogue } from '../../../store/catalogue.js';
import { lackKinds } from '../../../cases/ehc-plan/domain/words.js';
import { civilDate } from '../../../kernel/calendar/index.js';
import { phaseNames, reviewSteps } from '../../../cases/ehc-plan/queries/overdue-filter.js';
import { destinations } from '../../../cases/camhs-transition/domain/destinations.js';
import { nextGates } from '../../../cases/camhs-transition/queries/register-rows.js';
import { censusDays } from '../../../cases/waiting/queries/waits-over-time.js';
import { publicationEvents } from '../domain/publication.js';
import { isFor, profiles } from '../publication/profiles.js';
import { star } from '../publication/publish.js';
import type { Figure } from './figure.js';
import { lacksFigure } from './lacks.js';
import { publishedFigure } from './published-figure.js';
import { asRecorded, differsToday, recordedFigure } from './recorded-figure.js';
import { phasesFigure, stepsFigure } from './reviews.js';
import { destinationsFigure, gatesFigure } from './transitions.js';
import { waitsFigure } from './waits.js';

const asOf = civilDate('2026-06-01');
/** Every row that there can be, with these counts one after the other. */
function figuresOf(...counts: readonly number[]): Figure[] {
  let turn = 0;
  const next = () => counts[turn++ % counts.length] ?? 0;
  return [
    waitsFigure(
      censusDays(asOf).map((on) => ({ on, pathways: 90, over18Weeks: 40, over52Weeks: next(), over52From: 365 })),
      asOf,
    ),
    stepsFigure(
      reviewSteps.map((step) => ({ step, overdue: next(), absent: next(), due: next() })),
      asOf,
    ),
    phasesFigure(
      phaseNames.map((phase) => ({ phase, plans: 200, overdue: next(), absent: next() })),
      asOf,
    ),
    lacksFigure({ from: '2025-09-01', to: asOf, lacks: lackKinds.map((lack) => ({ lack, reviews: next() })) }, asOf),
    destinationsFigure(
      {
        from: '2025-09-01',
        to: '2026-08-31',
        closed: 500,
        destinations: destinations.map(({ code, label }) => ({ code, label, closed: next() })),
      },
      asOf,
    ),
    gatesFigure(
      nextGates.map((gate) => ({ gate, cases: next() })),
      asOf,
    ),
  ];
}
const ways = figuresOf(0, 3, 12, 25).flatMap((figure) =>
  profiles
    .filter((profile) => profile.name !== 'INTERNAL' && isFor(figure.kind, profile))
    .map((profile) => ({ name: figure.name, profile, figure })),
);

test.each(ways)(
  'REC-42: $name as $profile.name: recorded and read again it is the same table',
  ({ figure, profile }) => {
    const shown = publishedFigure(figure, profile);
    const recorded = recordedFigure(shown);
    expect(asRecorded(figure, recorded, profile).rows).toEqual(shown.rows);
    expect(recorded.rows.flatMap(({ counts }) => counts)).toHaveLength(
      shown.rows.flatMap((row) => row.filter(({ value }) => typeof value === 'number')).length,
    );
    expect(shown.rows.flat().some(({ value }) => value === star)).toBe(true);
    expect(differsToday(figure, recorded, profile)).toBe(false);
  },
);

test('every row and column has a code that an event may hold, and no two the same', () => {
  const figures = figuresOf(20).map(recordedFigure);
  const data = { report: 'area', profile: 'MH_PUBLIC', asOf, by: 'ella.manager', figures, settings: [] };
  const { check } = new EventCatalogue([publicationEvents]).get('FiguresPublished');
  expect([...check.Errors(data)].map(({ path, message }) => `${path} ${message}`)).toEqual([]);
  for (const { figure, rows } of figures) {
    expect([figure, new Set(rows.map(({ row }) => row)).size]).toEqual([figure, rows.length]);
    for (const { counts } of rows)
      expect([figure, new Set(counts.map(({ column }) => column)).size]).toEqual([figure, counts.length]);
  }
});

test('one more that a profile shows is a difference; one more that rounding hides is none', () => {
  const profile = profiles.find(({ name }) => name === 'MH_PUBLIC')!;
  const gates = (cases: number) => gatesFigure([{ gate: '18', cases }], asOf);
  const recorded = recordedFigure(publishedFigure(gates(12), profile));
  expect([11, 12, 13].map((cases) => differsToday(gates(cases), recorded, profile))).toEqual([false, false, true]);
});

test('what an older definition counted says so, and keeps its counts', () => {
  const profile = profiles.find(({ name }) => name === 'MH_PUBLIC')!;
  const recorded = recordedFigure(publishedFigure(gatesFigure([{ gate: '18', cases: 12 }], asOf), profile));
  const today = { ...gatesFigure([{ gate: '18', cases: 30 }], asOf), definitionVersion: 2 };
  const shown = asRecorded(today, recorded, profile);
  expect([shown.rows[0]?.[1]?.value, shown.definition]).toEqual([10, expect.stringContaining('version 1')]);
});

test('a column that is new is not in it, and was no star; one that is gone stays, by the words of its code', () => {
  const profile = profiles.find(({ name }) => name === 'MH_PUBLIC')!;
  const gates = gatesFigure([{ gate: '18', cases: 12 }], asOf);
  const recorded = recordedFigure(publishedFigure(gates, profile));
  const wider: Figure = {
    ...gates,
    columns: [...gates.columns, 'Without a worker'],
    columnCodes: [...gates.columnCodes, 'without-worker'],
    rows: gates.rows.map((row) => [...row, { value: 7 }]),
  };
  const shown = asRecorded(wider, recorded, profile);
  expect([shown.columns, shown.rows[0]?.map(({ value }) => value)]).toEqual([gates.columns, ['18th birthday', 10]]);
  expect(differsToday(wider, recorded, profile)).toBe(true);
  const later = recordedFigure(publishedFigure(wider, profile));
  const narrow = asRecorded(gates, later, profile);
  expect([narrow.columns, narrow.rows[0]?.map(({ value }) => value)]).toEqual([
    [...gates.columns, 'Without worker'],
    ['18th birthday', 10, 5],
  ]);
});
