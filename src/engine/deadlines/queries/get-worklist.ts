// The worklist: what is due, overdue or absent, for whom, on a date.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { OfPathway } from '../../api/words-known-here.js';
import { IsCivilDate } from '../../api/field-checks.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import { marked } from '../../person/person-marks.js';
import {
  worklistRows,
  worklistStatuses,
  type Place,
  type WorklistFilter,
  type WorklistRow,
  type WorklistStatus,
} from '../worklist-rows.js';
import { WorklistPage } from './worklist-page.js';

export class WorklistQuery extends PageQuery implements WorklistFilter {
  @OfPathway() pathway?: string;
  @ApiProperty({ required: false, enum: worklistStatuses })
  @IsOptional()
  @IsIn(worklistStatuses)
  status?: WorklistStatus;
  @ApiProperty({ required: false, description: "Step: the deadline's key, like `decision`" })
  @IsOptional()
  @IsString()
  key?: string;
  @ApiProperty({ required: false, enum: ['law', 'national', 'local', 'practice'] })
  @IsOptional()
  @IsIn(['law', 'national', 'local', 'practice'])
  force?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() personId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() caseId?: string;
  @ApiProperty({ required: false, description: 'Named worker of the person' })
  @IsOptional()
  @IsString()
  workerId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() dueFrom?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() dueBefore?: CivilDate;
}

export const getWorklist = question({
  name: 'GetWorklist',
  get: 'api/v1/worklist',
  section: 'Worklist',
  tells: 'Deadlines of every pathway, by legal risk',
  rules: [],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because:
      "Whoever holds cases sees what is due; adult services have their own list of consented cases (TRN-44). The council does not see the trust's pathways, nor the trust the council's, without consent (SHARE matrix).",
    byPathway: true,
  },
  input: WorklistQuery,
  answers: WorklistPage,
  uses: [ReadSide, Clock, Policies],
  answer: ({ query, asked }, readSide, clock, policies): Promise<Page<WorklistRow>> => {
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 5) as Place | undefined;
    const pathways = policies.pathways('GetWorklist', asked.actor, query.pathway);
    const { db } = readSide;
    const today = clock.today();
    const found = worklistRows(db, asked.asOf, today, { ...query, pathways }, limit, after);
    const page = pageOf(found, limit, ({ place }) => place);
    const rows = page.items.map(({ row }) => row);
    return Promise.resolve({ items: marked(db, rows, asked, today), next: page.next });
  },
  shows: everyoneIn,
});
