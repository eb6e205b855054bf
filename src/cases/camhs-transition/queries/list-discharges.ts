// Who was closed to CAMHS in a year, 1 September to 31 August, and to where: the names behind the counts (TRN-06, TRN-50).
import { question } from '../../../engine/use-cases/question.js';
import { fullName } from '../../../kernel/full-name.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { academicYearOf, civilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked, MarkedPerson } from '../../../engine/person/person-marks.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import { destinationCodes } from '../domain/destinations.js';
import { caseTables, labelOf, type CaseRow } from './cases.js';

const notRecorded = 'NOT_RECORDED';

export class DischargesQuery extends PageQuery {
  @ApiProperty({ required: false, example: 2025, description: 'Year in which it starts (default: that of the date)' })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
  @ApiProperty({ required: false, enum: destinationCodes }) @IsOptional() @IsIn(destinationCodes) destination?: string;
}

export class Discharge extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty() team: string;
  @ApiProperty() closedOn: string;
  @ApiProperty() destination: string;
  @ApiProperty() label: string;
}

export class DischargesPage {
  @ApiProperty({ type: [Discharge] }) items: Discharge[];
  @ApiProperty({ required: false }) next?: string;
}

type Found = Pick<CaseRow, 'id' | 'person_id' | 'given_name' | 'family_name' | 'team' | 'closed_on'> & {
  readonly destination: string;
};

export function dischargesOf(
  db: Statements,
  asOf: CivilDate,
  { year, destination }: Pick<DischargesQuery, 'year' | 'destination'>,
  limit: number,
  place?: readonly (string | number)[],
): Found[] {
  const { from, to } = academicYearOf(year === undefined ? asOf : civilDate(`${year}-09-01`));
  return db.all<Found>(
    `SELECT c.id, c.person_id, p.given_name, p.family_name, c.team, c.closed_on, coalesce(c.closed_to, '${notRecorded}') AS destination
     FROM ${caseTables} WHERE c.closed_on < '${never}' AND c.closed_on >= ? AND c.closed_on <= min(?, ?)
       AND (? IS NULL OR coalesce(c.closed_to, '${notRecorded}') = ?)${place ? ' AND (c.closed_on, c.id) > (?, ?)' : ''}
     ORDER BY c.closed_on, c.id LIMIT ?`,
    from,
    to,
    asOf,
    destination ?? null,
    destination ?? null,
    ...(place ?? []),
    limit,
  );
}

const shown = (row: Found): Discharge => ({
  id: row.id,
  personId: row.person_id,
  name: fullName(row),
  team: row.team,
  closedOn: row.closed_on,
  destination: row.destination,
  label: labelOf(row.destination) ?? row.destination,
});

export const listDischarges = question({
  name: 'ListDischarges',
  get: 'api/v1/transitions/discharges',
  section: 'Transitions',
  tells: 'Who was closed to CAMHS in a year, and to where',
  rules: ['TRN-06', 'TRN-50'],
  who: {
    roles: ['system', 'camhs-clinician', 'manager', 'auditor'],
    because: 'The names behind the counts of destinations: for those who see every transition (TRN-06).',
  },
  input: DischargesQuery,
  answers: DischargesPage,
  uses: [ReadSide, Clock],
  answer: ({ query, asked }, readSide, clock): Promise<Page<Discharge>> => {
    const { limit = defaultLimit, cursor } = query;
    const { db } = readSide;
    const rows = dischargesOf(db, asked.asOf, query, limit + 1, decodeCursor(cursor, 2));
    const { items, next } = pageOf(rows, limit, ({ closed_on, id }) => [closed_on, id]);
    return Promise.resolve({ items: marked(db, items.map(shown), asked, clock.today()), next });
  },
  shows: everyoneIn,
});
