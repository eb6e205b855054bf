// Records that a term list was sent, to whom, and who was on it: DTO, command, handler and route (EHC-11).
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { listRecipients, type ListRecipient } from '../domain/term-lists/events.js';
import { channels, type Channel } from '../domain/words.js';
import { termList } from '../domain/term-lists/term-list.js';
import { termOf } from '../domain/term-lists/terms.js';
import { institutionOf } from '../queries/term-list.js';
import { expectation } from '../term-lists/expectation.js';
import { termListId } from '../term-lists/list-as-of.js';
import { reviewsOfTerm } from '../term-lists/reviews-of-term.js';

export class SentTermList {
  @ApiProperty({ description: 'Day on which it was sent', example: '2026-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: listRecipients, isArray: true })
  @IsArray()
  @IsIn(listRecipients, { each: true })
  recipients: ListRecipient[];
  @ApiProperty({ required: false, type: [String], description: 'Plans on it; left out, the list as it stood that day' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @Length(1, 120, { each: true })
  planIds?: string[];
  @ApiProperty({ required: false, enum: channels, description: 'How it was sent' })
  @IsOptional()
  @IsIn(channels)
  channel?: Channel;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
}

export const sendTermList = useCase({
  name: 'SendTermList',
  post: 'api/v1/term-lists/:term/:institution/sent',
  section: 'Term lists',
  does: 'The list of a term was sent to an institution (`none`: no institution)',
  rules: ['EHC-11'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: "The local authority sends the list of a term's reviews (EHC-11).",
  },
  input: SentTermList,
  uses: [CommandRunner, ReadSide],
  handle: (
    { at: { term: termId, institution: sentInstitution }, input: details, context },
    runner,
    readSide,
  ): Promise<CommandResult> => {
    const institution = institutionOf(sentInstitution);

    const { on, recipients, channel, authority = context.actor.organisation } = details;
    const term = termOf(authority, termId);
    const planIds =
      details.planIds ??
      reviewsOfTerm(readSide.db, authority, term, on)
        .filter((review) => review.institution === institution)
        .map(({ planId }) => planId);
    // A list that nobody expected can be sent all the same.
    return runner.runAll(
      termList,
      termListId(authority, term, institution),
      ({ about }) => [
        ...(about ? [] : [expectation(authority, term, institution, on)]),
        { type: 'SendTermList', on, recipients, planIds, channel },
      ],
      context,
    );
  },
});
