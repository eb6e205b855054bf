// A row whose case a rule refuses: nothing of the case is recorded, and the report says what became of the person.
import { isOnwardError } from '../../../kernel/errors.js';
import type { Problem } from '../files/index.js';
import type { RowResult } from '../run-load.js';
import { reported, type Listed } from './listed-people.js';

/** Errors of the store go on: they stop the load. */
export function refusedRow(error: unknown, line: number, { isNew, facts, oddities }: Listed): RowResult {
  if (!isOnwardError(error) || error.type === 'store-unavailable') throw error;
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
