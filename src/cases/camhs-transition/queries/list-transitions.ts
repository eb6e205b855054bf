// The register: everyone open to CAMHS on a date, by the next age gate (TRN-02, TRN-03, TRN-07, AMB-07).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import { TransitionPage, type TransitionLine } from './register-line.js';
import { linesOf, nextGates, registerRows } from './register-rows.js';

export class RegisterQuery extends PageQuery {
  @ApiProperty({ required: false, enum: nextGates, description: 'The gate that comes next' })
  @IsOptional()
  @IsIn(nextGates)
  gate?: (typeof nextGates)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) team?: string;
  @ApiProperty({ required: false, description: 'Id of the named worker' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  worker?: string;
  @ApiProperty({ required: false, description: 'Referred after 17 years and 6 months (TRN-03), or not' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown)
  @IsBoolean()
  late?: boolean;
}

/** Nothing is asked of anybody for somebody who is said to have died, until that is confirmed or put right (REC-11). */
const held = (line: TransitionLine): TransitionLine =>
  line.saidToHaveDied ? { ...line, nextStep: undefined, unanswered: [], bridging: undefined } : line;

export const listTransitions = question({
  name: 'ListTransitions',
  get: 'api/v1/transitions',
  section: 'Transitions',
  tells: 'Everyone open to CAMHS, by the next age gate',
  rules: ['TRN-02', 'TRN-03', 'TRN-07', 'AMB-06', 'AMB-07'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse', 'send-caseworker', 'manager', 'auditor'],
    because: 'CAMHS follows everyone; SEND caseworkers see those with consent to share with education (TRN-43).',
  },
  input: RegisterQuery,
  answers: TransitionPage,
  uses: [ReadSide, Clock],
  answer: async ({ query, asked }, readSide, clock): Promise<Page<TransitionLine>> => {
    const { db } = readSide;
    const { limit = defaultLimit, gate, team, worker, late, cursor } = query;
    const after = decodeCursor(cursor, 2);
    const today = clock.today();
    const wanted = { gate, team, worker, late, after, limit: limit + 1, today };
    const { items, next } = pageOf(registerRows(db, asked, wanted), limit, (row) => [row.next_on, row.id]);
    return Promise.resolve({ items: marked(db, linesOf(db, items, asked.asOf), asked, today).map(held), next });
  },
  shows: everyoneIn,
});
