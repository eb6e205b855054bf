// A link for one form, one voice and a time: the young person or a parent answers on their own device, without an account (RSG-04).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { date } from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import { sheetOf, type Answered } from './answers.js';
import { requireRunning } from './domain/checks.js';
import { demands, linkOf } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import {
  questionnaireIds,
  type Questionnaire,
  type QuestionnaireId,
  type Voice,
} from './domain/questionnaires/questionnaire.js';
import { inWords } from '../../engine/web/present/words.js';
import { paths } from './own-form/paths.js';
import type { FormLinkView } from './queries/readiness-view.js';
import { voiceWords } from './questionnaires/voice-words.js';
import { aboutPersonOf, dayOf, readinessForm, readinessUseCase, today } from './readiness-use-case.js';

export class OfferedForm extends Dated {
  @ApiProperty({ enum: questionnaireIds, description: 'It says whose it is: nobody answers for another (RSG-04)' })
  @IsIn(questionnaireIds)
  questionnaire: QuestionnaireId;
  @ApiProperty({ required: false, description: 'Default: the newest' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
  @ApiProperty({ description: 'The last day on which it can be sent' }) @IsCivilDate() validUntil: CivilDate;
  @ApiProperty({ description: 'SHA-256 of the token in the address: the token itself is stored nowhere' })
  @IsString()
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be a SHA-256 in small hexadecimal digits' })
  tokenHash: string;
}

interface Offering extends Pick<Answered, 'on' | 'birthDate' | 'adultLetsParent'> {
  readonly sheet: Questionnaire;
  readonly linkId: string;
  readonly validUntil: CivilDate;
  readonly tokenHash: string;
}

export const offerForm = readinessUseCase({
  name: 'OfferReadinessForm',
  asks: 'OfferForm',
  post: 'api/v1/readiness/:programmeId/forms',
  does: 'Give a link for one form, to be answered on their own device',
  rules: ['RSG-04', 'RSG-12', 'TRN-42', 'AMB-19'],
  input: OfferedForm,
  async command({ at, details, on, context }, { journal }): Promise<Offering> {
    const { questionnaire, version, ...said } = details;
    const sheet = await sheetOf(journal, questionnaire, version);
    const person = await aboutPersonOf(journal, at.programmeId, on);
    return { on, sheet, linkId: idFrom(context.commandId, 'readiness-link'), ...said, ...person };
  },
  decide(offering: Offering, state) {
    const { on, sheet, linkId, validUntil, tokenHash } = offering;
    requireRunning(state);
    const { id: questionnaire, version, voice } = sheet;
    demands.formOffered.require(state, { on, linkId, voice, validUntil }, offering);
    return [events.formOffered.fact(on, { linkId, questionnaire, version, voice, validUntil, tokenHash })];
  },
  // It makes the link and its code, and shows them once.
  page: paths.ownForm.give.pattern,
});

/** Which of several links: those of one day differ by their form. */
export const linkInWords = ({ questionnaire, voice, on }: FormLinkView): string =>
  `${inWords(questionnaire)}, ${voiceWords[voice as Voice]}, given on ${formatDate(on as CivilDate)}`;

export class LinkWithMoreTime extends Dated {
  @ApiProperty({ description: 'The last day on which it can be sent' }) @IsCivilDate() validUntil: CivilDate;
}

interface MoreTime extends Pick<Answered, 'on' | 'birthDate' | 'adultLetsParent'> {
  readonly linkId: string;
  readonly validUntil: CivilDate;
}

export const giveMoreTime = readinessUseCase({
  name: 'GiveReadinessFormMoreTime',
  asks: 'GiveFormMoreTime',
  post: 'api/v1/readiness/:programmeId/forms/:linkId/more-time',
  does: 'Let a link that was given away be used for longer, with what was typed',
  rules: ['RSG-04', 'TRN-42', 'AMB-19'],
  input: LinkWithMoreTime,
  async command({ at: { programmeId, linkId }, details: { validUntil }, on }, { journal }): Promise<MoreTime> {
    return { on, linkId, validUntil, ...(await aboutPersonOf(journal, programmeId, on)) };
  },
  decide({ on, linkId, validUntil, ...person }: MoreTime, state) {
    demands.moreTime.require(state, { on, linkId, validUntil }, person);
    const link = linkOf(state, linkId);
    if (validUntil === link.validUntil) return [];
    const { questionnaire, version, voice, tokenHash } = link;
    return [events.formOffered.fact(on, { linkId, questionnaire, version, voice, validUntil, tokenHash })];
  },
  forms: [
    readinessForm({
      step: 'more-time',
      group: 'forms',
      offers: ({ links }) =>
        links
          .filter(({ sentOn, withdrawnOn }) => !sentOn && !withdrawnOn)
          .map((link) => ({ about: link.linkId, text: `More time: ${linkInWords(link)}` })),
      title: 'Give the link more time',
      lead: 'The same link and the same code open the form again, and what was typed is still there. If the link is lost, make a new one: what was typed with the lost one can be read by nobody.',
      button: 'Give it more time',
      recorded: 'The link can be used for longer.',
      questions: () => ({
        on: dayOf('When was this agreed?', 'The day'),
        validUntil: date({
          label: 'Until which day can it be used?',
          what: 'The last day on which it can be used',
          mayBeAhead: true,
        }),
      }),
      prefill: today,
      sends: (input, { view, about }) => ({ at: { programmeId: view.id, linkId: about }, input }),
    }),
  ],
});

export const withdrawForm = readinessUseCase({
  name: 'WithdrawReadinessForm',
  asks: 'WithdrawForm',
  post: 'api/v1/readiness/:programmeId/forms/:linkId/withdrawal',
  does: 'Take a link back: it opens nothing any more',
  rules: ['RSG-04'],
  input: Dated,
  decide({ on, linkId }: { on: CivilDate; linkId: string }, state) {
    demands.formWithdrawn.require(state, { on, linkId });
    return linkOf(state, linkId).withdrawn ? [] : [events.formWithdrawn.fact(on, { linkId })];
  },
  forms: [
    readinessForm({
      step: 'take-back-link',
      group: 'forms',
      offers: ({ links }) =>
        links
          .filter(({ sentOn, withdrawnOn }) => !sentOn && !withdrawnOn)
          .map((link) => ({ about: link.linkId, text: `Take the link back: ${linkInWords(link)}` })),
      title: 'Take the link back',
      lead: 'It opens nothing any more. What was typed with it and not sent can be read by nobody: a new link begins empty.',
      button: 'Take the link back',
      recorded: 'The link is taken back.',
      questions: () => ({ on: dayOf('When?', 'The day') }),
      prefill: today,
      sends: (input, { view, about }) => ({ at: { programmeId: view.id, linkId: about }, input }),
    }),
  ],
});
