// The annual-review report of an authority on census day: DfE's row, and beside it the same plans paired by cycle.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound, OnwardError } from '../../../kernel/errors.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { pairedFigures, type PairedFigures } from './paired-figures.js';
import { definitionVersion, publishedRow, type PublishedRow } from './published-row.js';
import { readPlans } from './read-plans.js';

export interface AnnualReviewReport {
  readonly authority: string;
  readonly censusDay: CivilDate;
  readonly definitions: string;
  readonly row: PublishedRow;
  readonly pairedByCycle: PairedFigures;
}

export function annualReviewReport(db: Statements, census: CivilDate, authority?: string): AnnualReviewReport {
  const whose = authority ?? authorityFor(db, census);
  const plans = readPlans(db, whose, census);
  if (plans.length === 0) throw notFound('EHC plan of the authority on that day', whose);
  return {
    authority: whose,
    censusDay: census,
    definitions: definitionVersion,
    row: publishedRow(plans, census),
    pairedByCycle: pairedFigures(plans, census),
  };
}

/** The authority that made a return for this census day; else the only one there is. Error: `invalid-input` when it must be said. */
function authorityFor(db: Statements, census: CivilDate): string {
  const column = (sql: string, ...values: string[]) =>
    db.all<{ authority: string }>(sql, ...values).map((row) => row.authority);
  const returned = column(
    `SELECT DISTINCT authority FROM loaded_file WHERE kind = 'sen2' AND reference_date = ?`,
    census,
  );
  const only = returned.length === 1 ? returned : column('SELECT DISTINCT authority FROM ehc_plan');
  const [found, other] = only;
  if (found !== undefined && other === undefined) return found;
  if (found === undefined)
    throw new OnwardError('not-found', {
      detail: 'There is no EHC plan in the store.',
      help: 'Load a return first: npx onward load sen2 <file>',
    });
  throw new OnwardError('invalid-input', {
    detail: `Plans of several authorities are in the store: ${only.join(', ')}.`,
    help: 'Say which one is meant.',
    fields: [{ field: 'authority', problem: 'is needed' }],
  });
}
