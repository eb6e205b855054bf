// A row that a rule refuses: nothing of it is recorded, and the report says what else somebody should look at.
import type { Problem } from '../files/index.js';
import type { Found } from '../people/find-person.js';
import { isOfTheRow, type RowResult } from '../run-load.js';
import { reported } from './oddity.js';

/** What is not of the row goes on: it stops the load. */
export function refusedRow(error: unknown, line: number, { oddities, recorded }: Found): RowResult {
  if (!isOfTheRow(error)) throw error;
  const { detail, rule, help, fields } = error.parts;
  // Only somebody who was quicker with the same case makes it so.
  const left = recorded().length > 0 ? 'Of their case nothing' : 'Nothing';
  const problem: Problem = {
    line,
    field: fields?.[0]?.field,
    code: 'out-of-range',
    severity: 'refused',
    message: [rule === undefined ? detail : `${detail} (${rule})`, help, `${left} of this row was recorded.`]
      .filter(Boolean)
      .join(' '),
  };
  const said = oddities.map((message) => reported(line, { message }));
  return { outcome: 'refused', facts: recorded(), problems: [problem, ...said] };
}
