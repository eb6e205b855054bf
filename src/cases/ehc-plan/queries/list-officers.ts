// Who holds EHC plans as SEND officer, and how many: for the filter of the worklist, and to see who carries how much.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString } from 'class-validator';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { holdersOn } from '../../../engine/deadlines/holders-on.js';

export class AsOfQuery {
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class Officer {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() people: number;
}

export class OfficerList {
  @ApiProperty({ type: [Officer] }) items: readonly Officer[];
}

/** `today` lets the usual question use what is counted already. A name that only somebody of another day has says nothing. */
export function sendOfficers(db: Statements, asOf: CivilDate, today: CivilDate): Officer[] {
  const sql = `SELECT worker_id AS id, coalesce(max(name), worker_id) AS name, sum(people) AS people FROM
      (SELECT worker_id, nullif(name, '') AS name, sum(people) AS people FROM ${holdersOn(asOf >= today)} GROUP BY 1, 2 HAVING sum(people) > 0)
    GROUP BY worker_id ORDER BY 2, 1`;
  return db.all<Officer & Record<string, string | number>>(sql, asOf, 'send-officer');
}

export const listSendOfficers = question({
  name: 'ListSendOfficers',
  get: 'api/v1/ehc-plans/officers',
  section: 'EHC plans',
  tells: 'SEND officers with the number of young people each holds',
  rules: [],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: 'Those who run reviews see who holds which.',
  },
  input: AsOfQuery,
  answers: OfficerList,
  uses: [ReadSide, Clock],
  answer: ({ asked: { asOf } }, readSide, clock): Promise<OfficerList> =>
    Promise.resolve({ items: sendOfficers(readSide.db, asOf, clock.today()) }),
  shows: noOne,
});
