// Consulting the school that is to be named, and what it replies (EHC-30).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { missing as noPageYet } from '../../engine/use-cases/use-case.js';
import { date, line, one, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { requireOpenSchool } from '../../engine/schools/require-open-school.js';
import { Journal } from '../../store/journal.js';
import { idFrom } from '../../kernel/ids.js';
import { already, missing, requireFresh, requireInForce, requireText } from './domain/plan-in-force.js';
import { ehcEvents as events } from './domain/events.js';
import type { Plan } from './domain/state.js';
import {
  channels,
  consultationEnds,
  dfeSettings,
  placementKinds,
  schoolReplies,
  type Channel,
  type ConsultationEnd,
  type PlacementKind,
  type SchoolReply,
} from './domain/words.js';
import { digits } from './placement.js';
import { aboutThePlan } from './pages/plan-forms/plan-form.js';
import { planForm, planUseCase } from './plan-use-case.js';

/** Where somebody can be asked; not in education, or at home, there is no one. */
const institutions = placementKinds.filter((kind) => !/^(N|E|not-recorded)/.test(kind));

export class SchoolAsked {
  @OnDay('Day on which it was asked') on?: CivilDate;
  @ApiProperty({ enum: placementKinds }) @IsIn(placementKinds) kind: PlacementKind;
  @ApiProperty({ required: false })
  @IsOptional()
  @Matches(digits, { message: 'must be digits only' })
  urn?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Matches(digits, { message: 'must be digits only' })
  ukprn?: string;
  @ApiProperty({ required: false, description: 'DfE sensetting, where there is neither URN nor UKPRN' })
  @IsOptional()
  @IsIn(dfeSettings)
  setting?: string;
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const consultSchool = planUseCase({
  name: 'ConsultSchool',
  asks: 'ConsultSchool',
  post: 'api/v1/ehc-plans/:id/consultations',
  does: 'A school was consulted: it has fifteen days to reply',
  rules: ['EHC-30', 'AMB-23'],
  input: SchoolAsked,
  uses: [Journal],
  async command({ details, on, context }, journal) {
    await requireOpenSchool(journal, details.urn, on, 'asked');
    return { ...details, on, consultationId: idFrom(context.commandId, 'consultation') };
  },
  decide(
    {
      on,
      consultationId,
      kind,
      urn,
      ukprn,
      setting,
      channel,
    }: Settled<SchoolAsked> & { readonly consultationId: string },
    plan,
  ) {
    requireInForce(plan, on);
    requireFresh(plan.consultations, consultationId, 'A consultation');
    if (!urn && !ukprn && !setting) {
      throw invalid('urn', 'must say which school: its URN, UKPRN, or DfE setting code', 'EHC-30');
    }
    const open = plan.consultations.find(
      ({ replied, ended, ...school }) =>
        !replied && !ended && school.urn === urn && school.ukprn === ukprn && school.setting === setting,
    );
    if (open) throw already('The consultation of this school', open.on, 'It has not replied yet: record its reply.');
    return [events.schoolConsulted.fact(on, { kind, urn, ukprn, setting, channel, consultationId })];
  },
  forms: [
    planForm({
      step: 'consultation',
      group: 'placement',
      offers: aboutThePlan('Record that a school was consulted'),
      title: 'Record that a school was consulted',
      lead: 'It has fifteen days to reply (EHC-30).',
      button: 'Record the consultation',
      recorded: 'The consultation is recorded. The school has fifteen days to reply.',
      questions: () => ({
        on: date({ label: 'When was it asked?', what: 'The day on which it was asked' }),
        kind: one<PlacementKind>({
          label: 'Which type is it?',
          options: optionsOf(institutions),
          none: 'Choose the type',
        }),
        urn: line({
          label: 'URN of the school',
          none: 'Enter the URN of the school',
          like: { pattern: /^\d{6}$/, otherwise: 'The URN of the school must be six digits' },
        }),
        channel: one<Channel>({ label: 'How?', options: optionsOf(channels), none: 'Choose how it was asked' }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

export class SchoolAnswer {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: schoolReplies, description: 'nil: it has nothing to say' })
  @IsIn(schoolReplies)
  reply: SchoolReply;
  @ApiProperty({ required: false, description: 'Needed where it cannot meet the need; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export const recordSchoolReply = planUseCase({
  name: 'RecordSchoolReply',
  asks: 'RecordSchoolReply',
  post: 'api/v1/ehc-plans/:id/consultations/:consultationId/reply',
  does: 'The school replied',
  rules: ['EHC-30'],
  noForm: noPageYet,
  input: SchoolAnswer,
  /** A reply after the authority went on without one is still a reply: it is kept with its own day. */
  decide({ on, consultationId, reply, reason }: Settled<SchoolAnswer> & { readonly consultationId: string }, plan) {
    const { replied } = consultationOf(plan, consultationId, on);
    if (replied) throw already('The reply of the school', replied.on, 'Correct its date if it is wrong.');
    const why = reply === 'cannot-meet-need' ? requireText('reason', reason, 'EHC-30') : reason;
    return [events.schoolReplied.fact(on, { consultationId, reply, reason: why })];
  },
});

export class ConsultationEnding {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: consultationEnds }) @IsIn(consultationEnds) because: ConsultationEnd;
}

export const withdrawConsultation = planUseCase({
  name: 'WithdrawConsultation',
  asks: 'WithdrawConsultation',
  post: 'api/v1/ehc-plans/:id/consultations/:consultationId/withdrawal',
  does: 'The school need not reply any more',
  rules: ['EHC-30'],
  noForm: noPageYet,
  input: ConsultationEnding,
  decide({ on, consultationId, because }: Settled<ConsultationEnding> & { readonly consultationId: string }, plan) {
    const { ended, replied } = consultationOf(plan, consultationId, on);
    if (replied) throw already('The reply of the school', replied.on, 'Nothing is left to withdraw.');
    return ended ? [] : [events.consultationEnded.fact(on, { consultationId, because })];
  },
});

function consultationOf(plan: Plan, id: string, on: CivilDate) {
  requireInForce(plan, on);
  const found = plan.consultations.find((each) => each.id === id);
  if (!found) throw missing('consultation of a school');
  return found;
}
