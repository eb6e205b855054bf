// Tasks: mine, my role's, or a case's, the oldest date first.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import { marked } from '../../person/person-marks.js';
import { OfPathway, OfTaskKind } from '../../api/words-known-here.js';
import { TaskPage, type TaskLine } from './task-page.js';
import { taskRows } from './task-rows.js';

export const whose = ['mine', 'role', 'all'] as const;

export class TaskQuery extends PageQuery {
  @ApiProperty({
    required: false,
    enum: whose,
    description:
      '`mine`: taken by whoever asks. `role`: theirs and those of their role that nobody has taken. Default: all they may see',
  })
  @IsOptional()
  @IsIn(whose)
  whose?: (typeof whose)[number];
  @ApiProperty({ required: false, enum: ['open', 'closed'], description: 'Default: open' })
  @IsOptional()
  @IsIn(['open', 'closed'])
  status?: 'open' | 'closed';
  @OfPathway() pathway?: string;
  @OfTaskKind() kind?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() personId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() caseId?: string;
  @ApiProperty({ required: false, description: 'One task' }) @IsOptional() @IsString() id?: string;
}

export const listTasks = question({
  name: 'ListTasks',
  get: 'api/v1/tasks',
  section: 'Tasks',
  tells: 'What has to be followed up, the oldest date first',
  rules: ['TRN-27', 'TRN-03', 'R13', 'R14', 'TRN-44'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'adult-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because:
      "As with the worklist: the council does not see the trust's pathways, nor the trust the council's, without consent; adult services see their own tasks, of young people they may know of (SHARE matrix, TRN-44).",
    byPathway: true,
  },
  input: TaskQuery,
  answers: TaskPage,
  uses: [ReadSide, Policies, Clock],
  answer: ({ query, asked }, readSide, policies, clock): Promise<Page<TaskLine>> => {
    const { limit = defaultLimit, cursor } = query;
    const pathways = policies.pathways('ListTasks', asked.actor, query.pathway);
    const filter = { ...query, pathways, after: decodeCursor(cursor, 2), limit: limit + 1 };
    const { db } = readSide;
    const today = clock.today();
    const { items, next } = pageOf(taskRows(db, filter, asked, today), limit, ({ dueOn, id }) => [dueOn, id]);
    return Promise.resolve({ items: marked(db, items, asked, today), next });
  },
  shows: everyoneIn,
});
