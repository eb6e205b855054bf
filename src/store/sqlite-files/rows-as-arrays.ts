// Rows as arrays of cells, in the order of the columns: read in two thirds of the time of rows as objects.
import type { Statement } from './open-database.js';

/** Node 22 before 22.16 has only rows as objects: whoever reads takes both. */
export function rowsAsArrays(statement: Statement): Statement {
  (statement as Partial<Pick<Statement, 'setReturnArrays'>>).setReturnArrays?.(true);
  return statement;
}
