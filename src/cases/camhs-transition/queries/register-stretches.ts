// The register in the order of the next gate, as stretches that each lie in an index: a page looks at a page of each, not at everybody.
import { addMonths, addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Value } from '../../../engine/processing/statements.js';
import { never } from '../../../engine/deadlines/deadline-table.js';

export interface Stretch {
  /** The gate that comes next. */
  readonly gate: string;
  /** The column that the stretch is in the order of, then the id; nothing where no day is known. */
  readonly by?: string;
  readonly index: string;
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Open to CAMHS, in the words of the indexes: on a day on or after today nothing is recorded beyond it (REC-24). */
export const openNow = `c.open_until = '${never}' AND c.opened_on <= ?`;

/**
 * Who comes to which gate next on a day, as `gateName` says it of one case. What is bounded by another gate ends where that gate can
 * have no more: without an end a stretch of few would be looked for through everybody who is younger.
 */
export function stretchesOn(day: CivilDate): readonly Stretch[] {
  const within = (months: number): CivilDate => addDays(addMonths(day, months), 7);
  return [
    { gate: 'not-known', index: 'transition_case_not_closed', sql: 'c.gate_18 IS NULL', values: [] },
    { gate: 'past-18', index: 'transition_case_not_closed', by: 'c.gate_18', sql: 'c.gate_18 <= ?', values: [day] },
    {
      gate: '18',
      index: 'transition_case_not_closed',
      by: 'c.gate_18',
      sql: 'c.gate_18 > ? AND c.gate_18 <= ? AND c.gate_17_6 <= ?',
      values: [day, within(6), day],
    },
    {
      gate: '17-6',
      index: 'transition_case_17_6',
      by: 'c.gate_17_6',
      sql: 'c.gate_17_6 > ? AND c.gate_17_6 <= ? AND c.gate_17 <= ?',
      values: [day, within(6), day],
    },
    {
      gate: '17',
      index: 'transition_case_17',
      by: 'c.gate_17',
      sql: 'c.gate_17 > ? AND (c.send = 0 OR (c.gate_14 <= ? AND c.gate_y9 <= ?))',
      values: [day, day, day],
    },
    {
      gate: '14',
      index: 'transition_case_14',
      by: 'c.gate_14',
      sql: 'c.send = 1 AND c.gate_14 > ? AND c.gate_14 <= ? AND c.gate_y9 <= ?',
      values: [day, within(13), day],
    },
    { gate: 'y9', index: 'transition_case_y9', by: 'c.gate_y9', sql: 'c.send = 1 AND c.gate_y9 > ?', values: [day] },
  ];
}
