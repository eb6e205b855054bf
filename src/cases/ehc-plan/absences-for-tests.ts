// The counts of absences as they were made before they were kept: a question that looks at every plan. What the kept ones are held against.
import { academicYearOf, type CivilDate } from '../../kernel/calendar/index.js';
import type { Statements, Value } from '../../engine/processing/statements.js';
import { nothingAsked } from '../../engine/deadlines/nothing-asked.js';
import { phaseNames, schoolPhases } from './queries/overdue-filter.js';

interface Counts {
  readonly plans: number;
  readonly absent: number;
  readonly overdue: number;
}

const placedAs = (condition: string): string =>
  `p.id IN (SELECT x.plan_id FROM ehc_placement x WHERE ${condition} AND x.from_on <= ?1 AND x.to_on >= ?1)`;

const lateReview = (began: '<=' | '>'): string =>
  `p.id IN (SELECT d.case_id FROM deadline_row d WHERE d.pathway = 'ehc' AND d.key IN ('review', 'reviewAfterMove') AND d.valid_from <= ?1
      AND d.valid_to > ?1 AND d.met_on > ?1 AND d.lapses_on > ?1 AND d.due_on < ?1 AND d.began_on ${began} ?1)`;

export function countAbsencesSlowly(db: Statements, asOf: CivilDate) {
  const start = Number(academicYearOf(asOf).from.slice(0, 4));
  const count = (condition: string, ...values: readonly Value[]): Counts => {
    const found = db.get<{ plans: number; absent: number; overdue: number }>(
      `SELECT count(*) AS plans, count(*) FILTER (WHERE ${lateReview('>')}) AS absent, count(*) FILTER (WHERE ${lateReview('<=')}) AS overdue
       FROM ehc_plan p WHERE p.held_from <= ?1 AND p.ended_on > ?1 AND NOT ${nothingAsked('p.person_id', '?1')} AND ${condition}`,
      asOf,
      ...values,
    );
    return { plans: 0, absent: 0, overdue: 0, ...found };
  };
  const phases = Object.entries(schoolPhases).map(([phase, [first, last]]) => ({
    name: phase,
    ...count('p.cohort BETWEEN ? AND ?', start - last, start - first),
  }));
  const unknown = count('(p.cohort IS NULL OR NOT p.cohort BETWEEN ? AND ?)', start - 30, start + 10);
  const places = ['NEET', 'EHE', 'EOTAS', 'further-education'].map((kind) => ({
    name: kind,
    ...count(placedAs('x.kind = ?'), kind),
  }));
  const decided =
    '(p.reviewed_before_on IS NOT NULL OR EXISTS (SELECT 1 FROM ehc_review_cycle c WHERE c.plan_id = p.id AND c.decision_on <= ?1))';
  const others = [
    { name: 'out-of-area', ...count(placedAs('x.out_of_area = 1')) },
    { name: 'first-review', ...count(`NOT ${decided}`) },
  ];
  return {
    cohorts: [...phases, { name: 'not-known', ...unknown }, ...places, ...others].map(({ name, ...counts }) => ({
      cohort: name,
      ...counts,
    })),
    phases: phaseNames.map((phase) => {
      const { name: _, ...counts } = phases.find(({ name }) => name === phase) ?? { name: phase, ...unknown };
      return { phase, ...counts };
    }),
  };
}
