// The figures of the area before other eyes: nothing small, nothing that a sum gives away, and no way to a case.
import fc from 'fast-check';
import type { PhaseCounts } from '../../../cases/ehc-plan/queries/late-reviews.js';
import { civilDate } from '../../../kernel/calendar/index.js';
import { figureKinds, profileOf, profiles } from '../publication/profiles.js';
import type { Figure } from './figure.js';
import { publishedFigure, withheldWords } from './published-figure.js';
import { phasesFigure, stepsFigure } from './reviews.js';
import { gatesFigure } from './transitions.js';
import { waitsFigure } from './waits.js';

const asOf = civilDate('2026-11-25');
/** For every figure here, so that each is tried with the strictest way of publishing. */
const mh = { ...profileOf('MH_PUBLIC'), figures: figureKinds };
const valuesOf = ({ rows }: Figure) => rows.map((row) => row.slice(1).map(({ value }) => value));
const count = fc.nat(40);
const phase = fc.record({ overdue: count, absent: count, inTime: count }).map(({ overdue, absent, inTime }) => {
  return { phase: 'primary' as const, plans: overdue + absent + inTime, overdue, absent };
});
const waits = fc.record({ short: count, long: count, longest: count }).map(({ short, long, longest }) => {
  return {
    on: asOf,
    pathways: short + long + longest,
    over18Weeks: long + longest,
    over52Weeks: longest,
    over52From: 365,
  };
});

test('REC-40: every count under 5 is a star, every other a multiple of 5, in every figure; no cell leads to a case', () =>
  fc.assert(
    fc.property(fc.array(phase, { minLength: 2, maxLength: 6 }), fc.array(waits, { maxLength: 13 }), (phases, days) => {
      for (const exact of [
        phasesFigure(phases, asOf),
        waitsFigure(days, asOf),
        gatesFigure([{ gate: '18', cases: 3 }], asOf),
      ]) {
        const published = publishedFigure(exact, mh);
        expect(published.use).toContain('MH_PUBLIC');
        if (published.rows[0]?.[0]?.value === withheldWords) continue;
        published.rows.forEach((row, at) =>
          row.forEach((cell, column) => {
            const { value } = exact.rows[at]![column]!;
            expect(cell).not.toHaveProperty('href');
            if (typeof value !== 'number') return;
            if (value < 5) expect(cell.value).toBe('*');
            else expect(cell.value === '*' || Number(cell.value) % 5 === 0).toBe(true);
          }),
        );
      }
    }),
    { numRuns: 40 },
  ));

test('REC-42: where the sum of a column stands in another figure, one small count never stands alone', () => {
  const exact = { ...mh, roundTo: 1, suppressZero: false };
  const phases: PhaseCounts[] = [
    { phase: 'primary', plans: 90, overdue: 3, absent: 20 },
    { phase: 'secondary', plans: 80, overdue: 12, absent: 30 },
    { phase: 'post-16', plans: 70, overdue: 40, absent: 10 },
  ];
  // 55 are overdue in all, as the figure by step says.
  expect(valuesOf(publishedFigure(phasesFigure(phases, asOf), exact)).map(([, overdue]) => overdue)).toEqual([
    '*',
    '*',
    40,
  ]);
});

test('REC-41: a profile publishes the figures it is for and no other: small counts of CAMHS do not leave “as the DfE publishes”', () => {
  const two = gatesFigure([{ gate: 'past-18', cases: 2 }], asOf);
  const steps = stepsFigure([{ step: 'decision', overdue: 3, absent: 12, due: 20 }], asOf);
  const ways = profiles.map(({ name }) => name).filter((name) => name !== 'INTERNAL');
  const shown = (figure: Figure) =>
    ways.map((name) => {
      const { rows, use } = publishedFigure(
        figure,
        profiles.find((profile) => profile.name === name)!,
      );
      expect(use).toMatch(new RegExp(`^${name}`));
      return rows.map((row) => row.map(({ value }) => value));
    });
  const notFor = (title: string, may: string) =>
    `Not published in this way: “${title}” is not for this figure. It may leave as: Internal, ${may} (REC-41)`;
  const [mentalHealth, southend, dfe] = [
    'For publication, mental health',
    'For publication, Southend SEND strategy',
    'As the DfE publishes EHC returns',
  ] as const;
  expect(shown(two)).toEqual([
    [['Past 18 and still open', '*']],
    [[notFor(southend, mentalHealth), '*']],
    [[notFor(dfe, mentalHealth), '*']],
  ]);
  expect(shown(steps)).toEqual([
    [[notFor(mentalHealth, southend), '*', '*', '*']],
    [['Decision', '*', 10, 20]],
    [[notFor(dfe, southend), '*', '*', '*']],
  ]);
});

test('inside nothing is changed, and it says so', () => {
  const steps = stepsFigure([{ step: 'decision', overdue: 3, absent: 0, due: 2 }], asOf);
  const shown = publishedFigure(steps, profileOf('INTERNAL'));
  expect([valuesOf(shown), shown.rows[0]?.[1]?.href]).toEqual([[[3, 0, 2]], steps.rows[0]?.[1]?.href]);
  expect(shown.use).toMatch(/^INTERNAL/);
});

test('REC-42: a figure that no star makes safe is withheld as a whole, and says so', () => {
  // Eight plans in all, as another figure says, and no phase with more than four: both are four, whatever is starred.
  const two = [4, 4].map((plans) => ({ phase: 'primary' as const, plans, overdue: 0, absent: 4 }));
  const { rows, use } = publishedFigure(phasesFigure(two, asOf), mh);
  expect(rows.map((row) => row[0]?.value)).toEqual([withheldWords]);
  expect(rows.flatMap((row) => row.slice(1)).every(({ value }) => value === '*')).toBe(true);
  expect(use).toContain('MH_PUBLIC');
});
