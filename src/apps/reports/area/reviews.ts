// Annual reviews by step, and late reviews by phase: each count leads to the worklist that lists it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { PhaseCounts, StepCounts } from '../../../cases/ehc-plan/queries/late-reviews.js';
import { bars } from '../../../engine/web/charts/bars.js';
import { fills } from '../../../engine/web/charts/drawing.js';
import { paths } from '../../paths.js';
import { words } from '../../../engine/web/present/words.js';
import { about, counted, type CellSum, type Figure } from './figure.js';

const lateSeries = [
  { name: 'Late, begun', fill: fills.blue },
  { name: 'Late, nothing on record', fill: fills.red },
];

const stepWords: Readonly<Record<string, string>> = {
  review: 'Annual review as a whole',
  final: 'Final plan',
};
const stepText = (step: string): string => stepWords[step] ?? words(step);

export function stepsFigure(steps: readonly StepCounts[], asOf: CivilDate): Figure {
  const link = (step: string, state: string) => paths.ehc.worklist({}, { step, state, asOf });
  return {
    name: 'steps',
    title: 'Annual reviews by step',
    kind: 'ehc',
    definition:
      'Dates of reviews that are not met on the day, by the step that they are for: the review as a whole (EHC-01), the decision within ' +
      'four weeks of the meeting (EHC-22), the notice (EHC-24), the final plan (EHC-27). A late review stands under each step that is open. ' +
      'Nothing on record means that nothing shows that anybody has begun. Of a plan that was not ended by the 26th birthday no review is late (EHC-64).',
    definitionVersion: 2,
    rules: 'EHC-01, EHC-22, EHC-24, EHC-27, EHC-64',
    settings: ['AMB-01'],
    asOf,
    columns: ['Step', 'Late, begun', 'Late, nothing on record', 'Not due yet'],
    columnCodes: ['overdue', 'absent', 'due'],
    rows: steps.map(({ step, overdue, absent, due }) => [
      about(step, stepText(step)),
      counted(overdue, link(step, 'overdue')),
      counted(absent, link(step, 'absent')),
      counted(due, link(step, 'due')),
    ]),
    drawing: bars(
      steps.map(({ step, overdue, absent, due }) => ({ label: stepText(step), parts: [overdue, absent, due] })),
      [...lateSeries, { name: 'Not due yet', fill: fills.grey }],
    ),
    described: 'A bar for each step, split into late though begun, late with nothing on record, and not due yet.',
  };
}

const phaseText = (phase: string): string => (phase === 'not-known' ? 'Year group not known' : words(phase));

const sumOf = (phases: readonly PhaseCounts[], of: (counts: PhaseCounts) => number): number =>
  phases.reduce((sum, each) => sum + of(each), 0);

export function phasesFigure(phases: readonly PhaseCounts[], asOf: CivilDate): Figure {
  const link = (phase: string, state: string) => paths.ehc.worklist({}, { step: 'review', phase, state, asOf });
  return {
    name: 'phases',
    title: 'Overdue annual reviews by phase',
    kind: 'ehc',
    definition:
      'Plans in force whose annual review was due before the day and is not complete by its decision notice (EHC-01, EHC-02), each plan once, ' +
      'by the phase of its year group (CAL-14). Of a plan that was not ended by the 26th birthday no review is late (EHC-64).',
    definitionVersion: 2,
    rules: 'EHC-01, EHC-02, EHC-64, CAL-14',
    settings: ['AMB-01'],
    asOf,
    columns: ['Phase', 'Plans in force', 'Late, begun', 'Late, nothing on record'],
    columnCodes: ['plans', 'overdue', 'absent'],
    rows: phases.map(({ phase, plans, overdue, absent }) => [
      about(phase, phaseText(phase)),
      counted(plans),
      counted(overdue, link(phase, 'overdue')),
      counted(absent, link(phase, 'absent')),
    ]),
    sums: [
      // Those whose review is not late have no column.
      ...phases.map((_, row): CellSum => {
        return {
          total: [row, 1],
          parts: [
            [row, 2],
            [row, 3],
          ],
          hasRest: true,
        };
      }),
      // The same late reviews of all phases together are counted by step.
      ...(
        [
          [2, sumOf(phases, ({ overdue }) => overdue)],
          [3, sumOf(phases, ({ absent }) => absent)],
        ] as const
      ).map(([column, elsewhere]): CellSum => ({ total: { elsewhere }, parts: phases.map((_, row) => [row, column]) })),
    ],
    drawing: bars(
      phases.map(({ phase, overdue, absent }) => ({ label: phaseText(phase), parts: [overdue, absent] })),
      lateSeries,
    ),
    described: 'A bar for each phase of school, split into late though begun and late with nothing on record.',
  };
}
