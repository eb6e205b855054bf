// Which waits a question is about, and on which knowledge: as known now, or as it was known on the census date (WAIT-44).
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Value } from '../../../engine/processing/statements.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import { pathways, type Pathway } from '../domain/codes.js';

export class WaitFilter {
  @ApiProperty({ enum: pathways, required: false }) @IsOptional() @IsIn(pathways) pathway?: Pathway;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 120) service?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 120) provider?: string;
  @ApiProperty({
    enum: ['now', 'then'],
    required: false,
    default: 'now',
    description: 'As known now, or as known on that date',
  })
  @IsOptional()
  @IsIn(['now', 'then'])
  known?: 'now' | 'then';
  @ApiProperty({ required: false, description: 'Census date (default: today)' })
  @IsOptional()
  @IsString()
  asOf?: string;
  @ApiProperty({ required: false, description: 'Position that the answer must show' })
  @IsOptional()
  @IsString()
  after?: string;
}

export interface Where {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Conditions on `wait_clock c`: the clocks that run at the end of the census date. */
export function runningOn(censusOn: CivilDate, filter: Omit<WaitFilter, 'asOf' | 'after'> = {}): Where {
  const named = namedBy(filter, 'c');
  const known = knownOn(censusOn, filter.known);
  return {
    sql: `${known.sql} AND c.clock_end > ? AND c.clock_start <= ?${named.sql}`,
    values: [...known.values, censusOn, censusOn, ...named.values],
  };
}

export const knownOn = (day: CivilDate, known: 'now' | 'then' = 'now'): Where =>
  known === 'now'
    ? { sql: `c.recorded_to = '${never}'`, values: [] }
    : { sql: 'c.recorded_to > ? AND c.recorded_from <= ?', values: [day, day] };

/** `AND pathway = ? …` for what the filter names. */
export function namedBy({ pathway, service, provider }: WaitFilter, table: string): Where {
  const given = Object.entries({ pathway, service, provider }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  return {
    sql: given.map(({ name }) => ` AND ${table}.${name} = ?`).join(''),
    values: given.map(({ value }) => value),
  };
}
