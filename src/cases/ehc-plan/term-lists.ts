// The list of a term's reviews for each school: expected, sent to each who must have it, taken back (EHC-11).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner, type CommandResult } from '../../engine/commands/command-runner.js';
import { ReadSide } from '../../engine/processing/read-side.js';
import { Dated, OnDay } from '../../engine/use-cases/dated.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import { missing, useCase } from '../../engine/use-cases/use-case.js';
import { date, one, optionsOf, several } from '../../engine/web/forms/questions.js';
import { addMonths, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { listRecipients, withdrawalReasons, type ListRecipient } from './domain/term-lists/events.js';
import type { WithdrawalReason } from './domain/term-lists/events.js';
import { termList } from './domain/term-lists/term-list.js';
import { termOf } from './domain/term-lists/terms.js';
import { channels, type Channel } from './domain/words.js';
import { inAddress } from './pages/shown-term-list.js';
import type { TermListView } from './queries/term-list-view.js';
import { institutionOf } from './queries/term-list.js';
import { expectation } from './term-lists/expectation.js';
import { institutionsOf } from './term-lists/institutions-of.js';
import { termListId } from './term-lists/list-as-of.js';
import { reviewsOfTerm } from './term-lists/reviews-of-term.js';

const section = 'Term lists';
const who = {
  roles: ['system', 'send-caseworker', 'manager'],
  because: "The local authority sends the list of a term's reviews (EHC-11).",
};

export class TermToExpect extends Dated {
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
}

/** One answer for each list, in the order of the institutions; `position` is that of the last. */
export interface ExpectedLists {
  readonly lists: readonly (CommandResult & { readonly institution: string | null })[];
  readonly position: CommandResult['position'];
}

export const expectTermLists = useCase({
  name: 'ExpectTermLists',
  post: 'api/v1/term-lists/:term/expected',
  section,
  does: 'The lists of a term are expected: they stand in the worklist until they are sent',
  rules: ['EHC-11'],
  who,
  input: TermToExpect,
  uses: [CommandRunner, ReadSide],
  async handle({ at, details, on, context }, runner, readSide): Promise<ExpectedLists> {
    const { authority = context.actor.organisation } = details;
    const term = termOf(authority, at.term);
    const lists: (CommandResult & { institution: string | null })[] = [];
    // Again after an interruption it goes on: each list is a case of its own, and what is expected already adds nothing.
    for (const { institution } of institutionsOf(readSide.db, authority, term, on)) {
      const id = termListId(authority, term, institution);
      const result = await runner.run(termList, id, expectation(authority, term, institution, on), context);
      lists.push({ ...result, institution: institution ?? null });
    }
    return { lists, position: lists.at(-1)?.position };
  },
  noForm: missing,
});

export class SentTermList {
  @OnDay('Day on which it was sent') on?: CivilDate;
  @ApiProperty({ enum: listRecipients, isArray: true })
  @IsArray()
  @IsIn(listRecipients, { each: true })
  recipients: readonly ListRecipient[];
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

/** A form on the page of a term list. */
const termListForm = formsAt<TermListView, TermListView, 'sent'>('term-list');

const has = (view: TermListView): Readonly<Record<ListRecipient, string | null>> => ({
  head: view.headHasIt,
  icb: view.icbHasIt,
  'social-care': view.socialCareHasIt,
});

/** Where there is no school there is no head. */
const recipientsOf = ({ institution }: TermListView) =>
  listRecipients.filter((recipient) => institution !== null || recipient !== 'head');

const nobodyThere = () =>
  refuse('EHC-11', 'No review of that term is of a plan at this institution, and no list was expected.', {
    help: 'Check the institution and the term; whose placement is not on record is recorded first.',
  });

export const sendTermList = useCase({
  name: 'SendTermList',
  post: 'api/v1/term-lists/:term/:institution/sent',
  section,
  does: 'The list of a term was sent to an institution (`none`: no institution)',
  rules: ['EHC-11'],
  who,
  input: SentTermList,
  uses: [CommandRunner, ReadSide],
  handle({ at, details, on, context }, runner, readSide): Promise<CommandResult> {
    const institution = institutionOf(at.institution);
    const { recipients, channel, authority = context.actor.organisation } = details;
    const term = termOf(authority, at.term);
    const planIds =
      details.planIds ??
      reviewsOfTerm(readSide.db, authority, term, on)
        .filter((review) => review.institution === institution)
        .map(({ planId }) => planId);
    if (on < addMonths(term.firstDay, -12))
      throw invalid('on', `is more than a year before the term starts (${term.firstDay})`, 'EHC-11');
    // A list that nobody expected can be sent all the same.
    return runner.runAll(
      termList,
      termListId(authority, term, institution),
      ({ about }) => {
        if (!about && institution !== undefined && planIds.length === 0) throw nobodyThere();
        return [
          ...(about ? [] : [expectation(authority, term, institution, on)]),
          { type: 'SendTermList', on, recipients, planIds, channel },
        ];
      },
      context,
    );
  },
  forms: [
    termListForm({
      step: 'sent',
      group: 'sent',
      offers: () => [{ about: '', text: 'Record that it was sent' }],
      title: 'Record that the term list was sent',
      lead: 'The head, the ICB and the social-care officers each get it, two weeks before the term starts (EHC-11).',
      button: 'Record that it was sent',
      checkFirst:
        'Everybody who stood on the list on that day is recorded as being on it. Record it only if the list has been sent.',
      recorded: 'It is recorded that the list was sent.',
      questions: (view) => ({
        on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }),
        recipients: several<ListRecipient>({
          label: 'To whom?',
          options: optionsOf(recipientsOf(view)),
          none: 'Tick to whom it was sent',
        }),
        channel: one<Channel>({
          label: 'How was it sent?',
          options: optionsOf(channels),
          none: 'Choose how it was sent',
        }),
      }),
      prefill: (view) => ({ recipients: recipientsOf(view).filter((recipient) => has(view)[recipient] === null) }),
      sends: (input, { term, institution }) => ({ at: { term, institution: inAddress(institution) }, input }),
    }),
  ],
});

export class TermListWithdrawal extends Dated {
  @ApiProperty({ description: 'Event of the sending' }) @IsString() @Length(1, 120) sentEventId: string;
  @ApiProperty({ enum: withdrawalReasons }) @IsIn(withdrawalReasons) because: WithdrawalReason;
}

export const withdrawTermList = useCase({
  name: 'WithdrawTermList',
  post: 'api/v1/term-lists/:listId/withdrawals',
  section,
  does: 'A term list was not sent as recorded',
  rules: ['EHC-11', 'REC-24'],
  who,
  input: TermListWithdrawal,
  uses: [CommandRunner],
  handle: ({ at: { listId }, details, on, context }, runner): Promise<CommandResult> =>
    runner.run(termList, listId, { type: 'WithdrawSending', ...details, on }, context),
  noForm: missing,
});
