// The way to the adult service: introduced a year ahead, in their own words, with a full summary to both, and Hello with the adult's own yes (RSG-09, RSG-11, RSG-12).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { adultServiceOptions } from '../../engine/web/forms/listed.js';
import { freeText, one, optionalDate, optionsOf, pick, reason } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { lettersIn } from '../../kernel/text-from-outside.js';
import { requireWords } from './domain/checks.js';
import terms from './domain/terms.json' with { type: 'json' };
import { helloDeciders, summaryRecipients, type HelloDecider, type SummaryRecipient } from './domain/codes.js';
import { demands } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import {
  aboutPersonOf,
  dayOf,
  ofProgramme,
  readinessForm,
  readinessUseCase,
  today,
  withAdultService,
} from './readiness-use-case.js';

export class MetAdultService extends Dated {
  @ApiProperty({ example: 'estuary-adult-mental-health' }) @IsString() @Length(1, 60) organisation: string;
}

export const meetAdultService = readinessUseCase({
  name: 'MeetAdultService',
  asks: 'MeetAdultService',
  post: 'api/v1/readiness/:programmeId/introductions',
  does: 'The young person was introduced to an adult service',
  rules: ['RSG-09'],
  input: MetAdultService,
  decide({ on, organisation }: { on: CivilDate; organisation: string }, state) {
    demands.adultServiceMet.require(state, { on });
    return [events.adultServiceMet.fact(on, { organisation })];
  },
  forms: [
    readinessForm({
      step: 'introduced',
      group: 'adult',
      offers: ofProgramme('Record the introduction to an adult service'),
      title: 'Introduced to an adult service',
      lead: 'At least twelve months before the transfer. Earlier is welcome: there is no earliest day, and the first introduction is the one (RSG-09).',
      button: 'Record the introduction',
      recorded: 'The introduction is recorded.',
      questions: ({ today: day }) => ({
        on: dayOf('When did they meet?', 'The day on which they met'),
        organisation: pick<string>({
          label: 'Which adult service?',
          options: adultServiceOptions(day),
          none: 'Choose the adult service',
        }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class ReadinessPassport extends Dated {
  @ApiProperty({ description: 'In the young person’s words; kept sealed' })
  @IsString()
  @Length(1, 2000)
  aboutMe: string;
  @ApiProperty({ required: false, description: 'Kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  helpsMe?: string;
  @ApiProperty({ required: false, description: 'What to do when it gets worse; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  whenUnwell?: string;
}

interface Written {
  readonly on: CivilDate;
  readonly aboutMe: string;
  readonly helpsMe?: string;
  readonly whenUnwell?: string;
}

const longestWords = 2000;

export const writePassport = readinessUseCase({
  name: 'WriteReadinessPassport',
  asks: 'WritePassport',
  post: 'api/v1/readiness/:programmeId/passports',
  does: 'Write down the one-page passport in the young person’s own words',
  rules: ['RSG-11'],
  input: ReadinessPassport,
  decide({ on, aboutMe, helpsMe, whenUnwell }: Written, state) {
    demands.passportWritten.require(state, { on });
    requireWords(aboutMe, 'aboutMe', 'RSG-11');
    for (const [field, text] of Object.entries({ aboutMe, helpsMe, whenUnwell }))
      if (text !== undefined && lettersIn(text) > longestWords)
        throw invalid(field, `must be ${longestWords} characters or fewer: a passport is one page`, 'RSG-11');
    return [events.passportWritten.fact(on, { aboutMe, helpsMe, whenUnwell })];
  },
  forms: [
    readinessForm({
      step: 'passport',
      group: 'adult',
      offers: ofProgramme('Write the passport'),
      title: 'The passport, in their own words',
      lead: 'One page that they can show to anybody. Write what they say, as they say it.',
      button: 'Keep the passport',
      recorded: 'The passport is kept. It can be printed.',
      questions: () => ({
        on: dayOf('When was it written?', 'The day'),
        aboutMe: reason({ label: 'About me and my health', hint: 'Kept sealed', none: 'Enter their words' }),
        helpsMe: freeText({ label: 'What helps me (optional)', hint: 'Kept sealed' }),
        whenUnwell: freeText({ label: 'When I am unwell (optional)', hint: 'Kept sealed' }),
      }),
      prefill: (subject) => ({
        ...today(subject),
        aboutMe: subject.view.passport?.aboutMe,
        helpsMe: subject.view.passport?.helpsMe,
        whenUnwell: subject.view.passport?.whenUnwell,
      }),
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class SentSummary extends Dated {
  @ApiProperty({ enum: summaryRecipients }) @IsIn(summaryRecipients) to: SummaryRecipient;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 8000) summary: string;
}

export const sendSummary = readinessUseCase({
  name: 'SendReadinessSummary',
  asks: 'SendSummary',
  post: 'api/v1/readiness/:programmeId/summaries',
  does: 'The full summary went to the adult team, or to the GP: each has its own day',
  rules: ['RSG-11'],
  input: SentSummary,
  decide({ on, to, summary }: { on: CivilDate; to: SummaryRecipient; summary: string }, state) {
    demands.summarySent.require(state, { on });
    requireWords(summary, 'summary', 'RSG-11');
    return [events.summarySent.fact(on, { to, summary })];
  },
  forms: [
    readinessForm({
      step: 'summary',
      group: 'adult',
      offers: ofProgramme('Record that the summary was sent'),
      title: 'The summary that was sent',
      lead: `To the adult team and to the GP, on transfer: two recipients, each with its own day. One that goes more than ${terms.summary.monthsBeforeTransfer} months before the planned transfer is kept, and the one on transfer stays due (RSG-11).`,
      button: 'Record that it was sent',
      recorded: 'It is recorded that the summary was sent.',
      questions: () => ({
        on: dayOf('When was it sent?', 'The day on which it was sent'),
        to: one<SummaryRecipient>({ label: 'To whom?', options: optionsOf(summaryRecipients), none: 'Choose to whom' }),
        summary: reason({ label: 'What does it say?', hint: 'Kept sealed', none: 'Enter the summary' }),
      }),
      prefill: (subject) => ({ ...today(subject), summary: subject.view.summaries.at(-1)?.summary }),
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class ReadinessTransfer extends Dated {
  @ApiProperty({ example: 'estuary-adult-mental-health' }) @IsString() @Length(1, 60) organisation: string;
  @ApiProperty({ required: false, description: 'Hello is due there (RSG-12); without it no time is set' })
  @IsOptional()
  @IsCivilDate()
  firstClinicOn?: CivilDate;
}

interface Transferred {
  readonly on: CivilDate;
  readonly organisation: string;
  readonly firstClinicOn?: CivilDate;
}

export const transferReadiness = readinessUseCase({
  name: 'TransferToAdultService',
  asks: 'Transfer',
  post: 'api/v1/readiness/:programmeId/transfer',
  does: 'The young person moved to the adult service',
  rules: ['RSG-09', 'RSG-11', 'RSG-12'],
  input: ReadinessTransfer,
  decide({ on, organisation, firstClinicOn }: Transferred, state) {
    demands.transferred.require(state, { on, firstClinicOn });
    return [events.transferred.fact(on, { organisation, firstClinicOn })];
  },
  forms: [
    readinessForm({
      step: 'transfer',
      group: 'adult',
      offers: ofProgramme('Record the transfer'),
      title: 'The move to the adult service',
      lead: 'From then on the adult service sees what is theirs to see. Hello is due at their first clinic (RSG-12).',
      button: 'Record the transfer',
      recorded: 'The transfer is recorded.',
      questions: ({ today: day }) => ({
        on: dayOf('When did they move?', 'The day of the transfer'),
        organisation: pick<string>({
          label: 'Which adult service?',
          options: adultServiceOptions(day),
          none: 'Choose the adult service',
        }),
        firstClinicOn: optionalDate({
          label: 'When is their first adult clinic?',
          what: 'The day of the first adult clinic',
          mayBeAhead: true,
        }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class HelloConsent extends Dated {
  @ApiProperty({ enum: helloDeciders, description: 'The person; an attorney, deputy or best interests from 18 alone' })
  @IsIn(helloDeciders)
  decidedBy: HelloDecider;
}

interface Consented {
  readonly on: CivilDate;
  readonly decidedBy: HelloDecider;
  readonly birthDate?: CivilDate;
}

export const consentToHello = readinessUseCase({
  name: 'ConsentToHello',
  asks: 'ConsentToHello',
  post: 'api/v1/readiness/:programmeId/hello-consent',
  does: 'The adult says yes to Hello themselves',
  rules: ['RSG-12', 'TRN-42'],
  who: withAdultService('RSG-12: the adult says it to the clinic that sees them'),
  input: HelloConsent,
  async command({ at, details, on }, { journal }): Promise<Consented> {
    const { birthDate } = await aboutPersonOf(journal, at.programmeId, on);
    return { on, ...details, birthDate };
  },
  decide({ on, decidedBy, birthDate }: Consented, state) {
    demands.helloConsented.require(state, { on }, { birthDate });
    return state.helloConsent && state.helloConsent.on <= on ? [] : [events.helloConsented.fact(on, { decidedBy })];
  },
  forms: [
    readinessForm({
      step: 'hello-consent',
      group: 'adult',
      offers: ofProgramme('Record their yes to Hello'),
      title: 'Their own yes to Hello',
      lead: 'Hello belongs to the adult’s record. A parent cannot say yes to it (TRN-42).',
      button: 'Record their yes',
      recorded: 'Their yes to Hello is recorded.',
      questions: () => ({
        on: dayOf('When did they say it?', 'The day'),
        decidedBy: one<HelloDecider>({
          label: 'Who decided?',
          options: optionsOf(helloDeciders),
          none: 'Choose who decided',
        }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});
