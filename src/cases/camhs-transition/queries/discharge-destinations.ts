// Discharge destinations of a year, 1 September to 31 August (TRN-06, TRN-50).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { noOne } from '../../../engine/access/shows.js';
import { academicYearOf, addDays, civilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { tallyOn } from '../../../engine/processing/tally.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import { registerTally } from '../register-tally.js';
import { destinations } from '../domain/destinations.js';

export class DestinationQuery {
  @ApiProperty({
    required: false,
    example: 2022,
    description: 'Year in which it starts (default: the year of the date asked for)',
  })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) team?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class DestinationCount {
  @ApiProperty() code: string;
  @ApiProperty() label: string;
  @ApiProperty() closed: number;
}

export class DestinationsView {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty({ description: 'Closed to CAMHS in the year, up to the date asked for' }) closed: number;
  @ApiProperty({ type: [DestinationCount] }) destinations: readonly DestinationCount[];
}

interface Period {
  readonly from: CivilDate;
  /** Its last day. */
  readonly to: CivilDate;
}

/** How many were closed to where; of all teams from counts that are kept (docs/adr/0056). Nowhere in particular is the empty text. */
export function closedTo(db: Statements, { from, to }: Period, team?: string): Map<string, number> {
  if (to < from) return new Map();
  if (team !== undefined) return closedOfTeam(db, { from, to }, team);
  const before = tallyOn(db, registerTally, 'closed', addDays(from, -1));
  const by = tallyOn(db, registerTally, 'closed', to);
  const codes = [...new Set([...before.keys(), ...by.keys()])];
  return new Map(codes.map((code) => [code, (by.get(code) ?? 0) - (before.get(code) ?? 0)] as const));
}

function closedOfTeam(db: Statements, { from, to }: Period, team: string): Map<string, number> {
  const rows = db.all<{ code: string; closed: number }>(
    `SELECT coalesce(closed_to, '') AS code, count(*) AS closed FROM transition_case
     WHERE closed_on >= ? AND closed_on <= ? AND closed_on < '${never}' AND team = ? GROUP BY closed_to`,
    ...[from, to, team],
  );
  return new Map(rows.map(({ code, closed }) => [code, closed] as const));
}

export const getDischargeDestinations = question({
  name: 'GetDischargeDestinations',
  get: 'api/v1/transitions/discharge-destinations',
  section: 'Transitions',
  tells: 'Where those closed to CAMHS went, 1 September to 31 August',
  rules: ['TRN-06', 'TRN-50'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician', 'manager', 'auditor'],
    because: 'Counts, no names (TRN-06).',
  },
  input: DestinationQuery,
  answers: DestinationsView,
  uses: [ReadSide],
  answer: async ({ query: { year, team }, asked: { asOf } }, readSide): Promise<DestinationsView> => {
    const { from, to } = academicYearOf(year === undefined ? asOf : civilDate(`${year}-09-01`));
    const counts = closedTo(readSide.db, { from, to: to < asOf ? to : asOf }, team);
    const closed = [...counts.values()].reduce((sum, each) => sum + each, 0);
    const all = destinations.map(({ code, label }) => ({ code, label, closed: counts.get(code) ?? 0 }));
    return Promise.resolve({ from, to, closed, destinations: all });
  },
  shows: noOne,
});
