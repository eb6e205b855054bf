// Everything that was recorded about a person, in order, with both clocks and who: read from the events themselves.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { Journal } from '../../../store/journal.js';
import { Policies } from '../../access/policy.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { HistoryPage, type HistoryEvent } from './history-page.js';
import { withSchools } from './with-schools.js';
import { eventsAbout, shownTo, streamsAbout } from './person-history.js';

export class HistoryQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Only what was recorded in this stream (`wait-…`)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  stream?: string;
}

export const getHistory = question({
  name: 'GetHistory',
  get: 'api/v1/young-people/:personId/history',
  section: 'History',
  tells: 'Every event about a person, in order, both clocks, who',
  rules: ['REC-20', 'REC-24'],
  who: {
    roles: ['auditor', 'manager', 'send-caseworker', 'camhs-clinician', 'specialist-nurse'],
    because: 'Auditors replay any case; those who hold the case see its history (SHARE matrix).',
    byPathway: true,
  },
  input: HistoryQuery,
  answers: HistoryPage,
  uses: [Journal, ReadSide, Policies, CaseTypes],
  answer: async (
    { at: { personId }, query: page, asked },
    journal,
    readSide,
    policies,
    caseTypes,
  ): Promise<Page<HistoryEvent>> => {
    const [after] = decodeCursor(page.cursor, 1) ?? [];
    const allowed = policies.pathways('GetHistory', asked.actor);
    const streams = streamsAbout(readSide, caseTypes, personId, allowed).filter(
      (stream) => page.stream === undefined || stream === page.stream,
    );
    const events = await eventsAbout(journal, personId, streams);
    const limit = page.limit ?? defaultLimit;
    const rest = events.filter(({ position }) => after === undefined || position > String(after)).slice(0, limit + 1);
    return pageOf(
      rest
        .map(shownTo(asked.actor, events, { types: caseTypes, catalogue: journal.catalogue }))
        .map((event) => withSchools(event, readSide.db)),
      limit,
      ({ position }) => [position],
    );
  },
  shows: (_, { at: { personId } }) => [personId],
});
