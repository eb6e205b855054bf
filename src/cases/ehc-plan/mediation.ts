// Mediation about a letter that can be appealed against: its steps, its certificate, and what it agrees (EHC-70, EHC-74, EHC-78).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, optionalDate, optionsOf, yesOrNo } from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { ofLetters } from './appeals.js';
import { ehcEvents as events } from './domain/events.js';
import { requireLetter } from './domain/letters.js';
import { requireFresh } from './domain/plan-in-force.js';
import { agreedActs, mediationSteps, type AgreedAct } from './domain/words.js';
import { planForm, planUseCase } from './plan-use-case.js';

const steps: readonly string[] = [...mediationSteps, 'certificate'];

export class MediationEntry {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: steps }) @IsIn(steps) step: string;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

const hints = {
  declined: 'The certificate is due within three working days',
  accepted: 'It is to be arranged within thirty days',
  'not-arranged': 'The certificate is due within three working days all the same',
  held: 'The certificate is due within three working days; what was agreed is recorded by itself (EHC-78)',
  certificate: 'From its day the family has one more month at least (EHC-70)',
};

export const recordMediation = planUseCase({
  name: 'RecordMediation',
  asks: 'RecordMediation',
  post: 'api/v1/ehc-plans/:id/mediation',
  does: 'A step of mediation, or its certificate',
  rules: ['EHC-70', 'EHC-74'],
  input: MediationEntry,
  decide({ on, step, ...about }: Settled<MediationEntry>, plan) {
    const { eventId: letterEventId } = requireLetter(plan, about.letterEventId, on);
    if (step === 'certificate') return [events.certificateIssued.fact(on, { letterEventId })];
    const known = mediationSteps.find((each) => each === step);
    if (!known) throw invalid('step', `must be one of ${steps.join(', ')}`, 'EHC-74');
    return [events.mediationRecorded.fact(on, { letterEventId, step: known })];
  },
  forms: [
    planForm({
      step: 'mediation',
      group: 'appeal',
      offers: ofLetters('Mediation or its certificate, letter of', ({ eventId }, { appeals }) =>
        appeals.every(({ letterEventId, determined }) => letterEventId !== eventId || !determined),
      ),
      title: 'Record a step of mediation, or its certificate',
      lead: 'The certificate moves the day by which an appeal must be received (EHC-70, EHC-74).',
      button: 'Record it',
      recorded: 'The step of mediation is recorded.',
      questions: () => ({
        on: date({ label: 'When was it?', what: 'The day' }),
        step: one<string>({
          label: 'What happened?',
          options: optionsOf(steps, hints),
          none: 'Choose what happened (EHC-74)',
        }),
      }),
      sends: (answers, { plan, about }) => ({ at: { id: plan.id }, input: { ...answers, letterEventId: about } }),
    }),
  ],
});

export class MediationAgreement {
  @OnDay('Day of the written agreement') on?: CivilDate;
  @ApiProperty({ enum: agreedActs, description: 'What it obliges to' }) @IsIn(agreedActs) act: AgreedAct;
  @ApiProperty({ description: 'Whether the council took part; if not, the ICB tells it within a week' })
  @IsBoolean()
  councilTookPart: boolean;
  @ApiProperty({ required: false, description: 'Another limit, if the parties agreed one in writing' })
  @IsOptional()
  @IsCivilDate()
  limitOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

const actHints: Readonly<Partial<Record<AgreedAct, string>>> = {
  'amend-provision': 'Sections B and F, also with I: within five weeks',
  'amend-placement': 'Section I alone: within two weeks',
  'not-appealable': 'Within two weeks',
};

export const agreeInMediation = planUseCase({
  name: 'AgreeInMediation',
  asks: 'AgreeInMediation',
  post: 'api/v1/ehc-plans/:id/mediation/agreements',
  does: 'A mediation agreed in writing what is to be done',
  rules: ['EHC-78'],
  input: MediationAgreement,
  command: ({ details, on, context }) => ({ ...details, on, agreementId: idFrom(context.commandId, 'agreement') }),
  decide(
    {
      on,
      agreementId,
      act,
      councilTookPart,
      limitOn,
      ...about
    }: Settled<MediationAgreement> & { readonly agreementId: string },
    plan,
  ) {
    const { eventId: letterEventId } = requireLetter(plan, about.letterEventId, on);
    requireFresh([...plan.agreements, ...plan.appeals], agreementId, 'An agreement');
    if (limitOn !== undefined && limitOn < on) {
      throw invalid('limitOn', `must not be before the agreement of ${formatDate(on)}`, 'EHC-78');
    }
    return [events.mediationAgreed.fact(on, { agreementId, letterEventId, act, councilTookPart, limitOn })];
  },
  forms: [
    planForm({
      step: 'mediation-agreement',
      group: 'appeal',
      offers: ofLetters('Record a mediation agreement, letter of'),
      title: 'Record a mediation agreement',
      lead: 'What could be appealed is due as if the Tribunal had ordered it on the day of the agreement, anything else within two weeks, unless the parties agreed other limits in writing (EHC-78).',
      button: 'Record the agreement',
      checkFirst: 'The time for what was agreed runs from this day. Check it against the written agreement.',
      recorded: 'The agreement is recorded. What must follow is among what is due.',
      questions: () => ({
        on: date({ label: 'Of which day is the written agreement?', what: 'The day of the agreement' }),
        act: one<AgreedAct>({
          label: 'What was agreed?',
          options: optionsOf(agreedActs, actHints),
          none: 'Choose what was agreed (EHC-78)',
        }),
        councilTookPart: yesOrNo({
          label: 'Did the council take part?',
          hint: 'If not, the ICB tells it of the agreement within one week',
          none: 'Say whether the council took part (EHC-78)',
        }),
        limitOn: optionalDate({
          label: 'Another limit, if the parties agreed one in writing',
          what: 'The day that they agreed',
          mayBeAhead: true,
        }),
      }),
      sends: (answers, { plan, about }) => ({ at: { id: plan.id }, input: { ...answers, letterEventId: about } }),
    }),
  ],
});
