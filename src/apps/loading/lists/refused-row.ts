// A row whose case a rule refuses: nothing of the case is recorded, and the report says what became of the person.
import type { Problem } from '../files/index.js';
import { isOfTheRow, type RowResult } from '../run-load.js';
import { reported, type Listed } from './listed-people.js';

/** What is not of the row goes on: it stops the load. */
export function refusedRow(error: unknown, line: number, { isNew, facts, oddities }: Listed): RowResult {
  if (!isOfTheRow(error)) throw error;
  const { detail, rule, help, fields } = error.parts;
  const problem: Problem = {
    line,
    field: fields?.[0]?.field,
    code: 'out-of-range',
    severity: 'refused',
    message: [
      rule === undefined ? detail : `${detail} (${rule})`,
      help,
      `${isNew ? 'The young person is registered; of' : 'Of'} their case nothing of this row was recorded.`,
    ]
      .filter(Boolean)
      .join(' '),
  };
  return { outcome: 'refused', facts, problems: [problem, ...oddities.map((one) => reported(line, one))] };
}
