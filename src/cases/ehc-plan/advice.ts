// The ledger of advice for a review: asked for, chased, received, declined, nothing to say, circulated (EHC-16, EHC-17).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay } from '../../engine/use-cases/dated.js';
import { date, freeText, one, oneOrNone, optionalDate, optionsOf, several } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import type { Cycle } from './domain/cycle-state.js';
import { ehcEvents as events, type EhcFact } from './domain/events.js';
import { requireInForce, requireText } from './domain/plan-in-force.js';
import { cycleFor } from './domain/reviews-under-way.js';
import { adviceSteps, channels, roles, type AdviceStep, type Channel, type Role } from './domain/words.js';
import { planUseCase } from './plan-use-case.js';
import { offered, OfReview, reviewForm, withNewReview, type OnReview } from './review-use-case.js';

export class AdviceEntry extends OfReview {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: adviceSteps }) @IsIn(adviceSteps) step: AdviceStep;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) roles: readonly Role[];
  @ApiProperty({ required: false, enum: channels }) @IsOptional() @IsIn(channels) channel?: Channel;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() dueOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Date of the advice itself' })
  @IsOptional()
  @IsCivilDate()
  adviceDatedOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Why it was declined; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

const adviceHints: Readonly<Record<string, string>> = {
  nil: 'They answered that they have nothing to say',
  circulated: 'Sent to everybody invited, two weeks before the meeting (EHC-16)',
};

export const recordAdvice = planUseCase({
  name: 'RecordAdvice',
  asks: 'RecordAdvice',
  post: 'api/v1/ehc-plans/:id/reviews/advice',
  does: 'A step in the ledger of advice',
  rules: ['EHC-16', 'EHC-17'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'camhs-clinician', 'specialist-nurse'],
    because: 'Whoever is asked for advice may enter their own; the authority keeps the ledger (EHC-16).',
  },
  input: AdviceEntry,
  command: withNewReview,
  decide(command: OnReview<AdviceEntry>, plan) {
    const { on } = command;
    requireInForce(plan, on);
    if (command.roles.length === 0) throw invalid('roles', 'must name whose advice it is', 'EHC-16');
    const cycle = cycleFor(plan, command, on);
    return [...new Set(command.roles)].map((role) => adviceFact(command, cycle, role));
  },
  forms: [
    reviewForm({
      step: 'advice',
      group: 'advice',
      offers: offered('Record advice'),
      title: 'Record advice',
      lead: 'One entry for each thing that happened: asked, chased, received, declined, circulated.',
      button: 'Record it',
      recorded: 'The advice ledger is up to date.',
      questions: () => ({
        step: one<AdviceStep>({
          label: 'What happened?',
          options: optionsOf(adviceSteps, adviceHints),
          none: 'Choose what happened',
        }),
        roles: several<Role>({ label: 'Whose advice?', options: optionsOf(roles), none: 'Tick whose advice it is' }),
        on: date({ label: 'When?', what: 'The day on which it happened' }),
        adviceDatedOn: optionalDate({ label: 'Date of the advice itself', what: 'The date of the advice' }),
        dueOn: optionalDate({
          label: 'If it was asked for: by when?',
          what: 'The day by which it was asked for',
          mayBeAhead: true,
        }),
        channel: oneOrNone<Channel>({ label: 'How? (optional)', options: optionsOf(channels) }),
        reason: freeText({ label: 'If it was declined: why?' }),
      }),
      sends: (input, { plan, cycleId }) => ({ at: { id: plan.id }, input: { ...input, cycleId } }),
    }),
  ],
});

/** One step for one role (EHC-16, R8). */
function adviceFact(command: OnReview<AdviceEntry>, cycle: Cycle, role: Role): EhcFact {
  const { on, step, channel = 'other', dueOn, adviceDatedOn } = command;
  const key = { cycleId: cycle.id, role };
  const has = (wanted: string) => cycle.advice.some((each) => each.role === role && each.step === wanted);
  switch (step) {
    case 'requested':
      return events.adviceRequested.fact(on, { ...key, channel, dueOn });
    case 'chased':
      if (!has('requested')) throw invalid('step', 'this advice has not been requested yet', 'EHC-16');
      return events.adviceChased.fact(on, { ...key, channel });
    case 'received':
      if (adviceDatedOn !== undefined && adviceDatedOn > on) {
        throw invalid('adviceDatedOn', 'must not be after the day on which it was received', 'EHC-17');
      }
      return events.adviceReceived.fact(on, { ...key, adviceDatedOn });
    case 'declined':
      return events.adviceDeclined.fact(on, { ...key, reason: requireText('reason', command.reason, 'EHC-16') });
    case 'nil':
      return events.nilReturn.fact(on, key);
    case 'circulated':
      if (!has('received'))
        throw invalid('step', 'no advice of this role has been received that could be circulated', 'EHC-16');
      return events.adviceCirculated.fact(on, key);
  }
}
