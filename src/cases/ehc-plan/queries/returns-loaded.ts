// Up to which day the SEN2 returns tell that were loaded: what happened later is on no list until it is recorded here (R1).
import { ApiProperty } from '../../../engine/api/api-property.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';

export class LoadedReturn {
  @ApiProperty({ description: 'Three-digit number of the authority whose return it is' })
  authority!: string;
  @ApiProperty({ format: 'date', description: 'Reference date of its latest return: the last day of which it tells' })
  endsOn!: string;
}

/** The latest of each authority up to a day; as many rows as there are authorities. */
export const returnsLoaded = (db: Statements, asOf: CivilDate): LoadedReturn[] =>
  db.all<{ authority: string; endsOn: string }>(
    `SELECT authority, max(reference_date) AS endsOn FROM loaded_file
      WHERE kind = 'sen2' AND authority IS NOT NULL AND reference_date <= ? GROUP BY authority ORDER BY authority`,
    asOf,
  );
