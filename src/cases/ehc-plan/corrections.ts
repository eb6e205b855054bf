// Puts right what was recorded of a plan: another date, or taken back, each with its reason. What is corrected stays in the history (REC-24).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, reason } from '../../engine/web/forms/questions.js';
import { words } from '../../engine/web/present/words.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import { invalid, notFound, refuse } from '../../kernel/errors.js';
import { dateCorrected, entriesOf, fieldOf } from './domain/entries.js';
import type { Plan } from './domain/state.js';
import { missing, requireText } from './domain/plan-in-force.js';
import type { PlanSubject } from './pages/plan-forms/plan-form.js';
import { typedDate } from './pages/review-subject.js';
import { planForm, planUseCase } from './plan-use-case.js';
import type { PlanFact } from './queries/list-plan-facts.js';

export class EhcDateCorrection {
  @OnDay('Day of the correction') on?: CivilDate;
  @ApiProperty() @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ description: "`on` for the date of the event itself, else the field's own name" })
  @IsString()
  @Length(1, 60)
  field: string;
  @ApiProperty() @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const correctEhcDate = planUseCase({
  name: 'CorrectEhcDate',
  asks: 'CorrectDate',
  post: 'api/v1/ehc-plans/:id/corrections',
  does: 'Correct a date; the history keeps both',
  rules: ['REC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'Whoever holds the case puts right what is wrong; the correction names its author (REC-24).',
  },
  input: EhcDateCorrection,
  decide(command: Settled<EhcDateCorrection>, plan) {
    const { on, correctsEventId, to, reason: why } = command;
    const dates = entriesOf(plan).filter((each) => each.eventId === correctsEventId);
    if (dates.length === 0) throw missing('dated fact of this plan');
    // The history calls the date of the event itself occurredOn.
    const field = command.field === 'occurredOn' ? 'on' : command.field;
    const entry = dates.find((each) => fieldOf(each) === field);
    if (!entry) throw invalid('field', 'is not a date of this fact', 'REC-24');
    requireText('reason', why, 'REC-24');
    if (entry.on === to) return [];
    // A further date may lie ahead (a meeting that is arranged); the day on which something happened may not.
    if (field === 'on' && to > on) throw invalid('to', 'must not lie in the future');
    return [dateCorrected(on, entry, to, why)];
  },
  forms: [
    planForm({
      step: 'correct',
      group: 'correction',
      offers: () => [],
      title: 'Correct a date',
      lead: 'Every date that is reckoned from it is reckoned anew. The history keeps both, with your name and the reason (REC-24).',
      button: 'Correct the date',
      checkFirst:
        'What is due of this plan may change by it, and what was in time may turn out late. Check the date against the letter.',
      recorded: 'The date is corrected. What is due is reckoned from it.',
      questions: (subject) => ({
        field: one<string>({
          label: 'Which date is wrong?',
          options: factsOf(subject).map(({ field, on }) => ({
            value: field,
            text: `${fieldWords(field)}: ${formatDate(on)}`,
          })),
          none: 'Choose the date that is wrong',
        }),
        to: date({ label: 'What is the right date?', what: 'The right date', mayBeAhead: true }),
        reason: reason({
          label: 'Why is it corrected?',
          hint: 'What shows the right date. Kept sealed',
          none: 'Enter why it is corrected (REC-24)',
        }),
      }),
      prefill(subject) {
        const [first, ...others] = factsOf(subject);
        return first && others.length === 0 ? { field: first.field, ...typedDate('to', first.on) } : {};
      },
      sends: (answers, { plan, about, today }) => ({
        at: { id: plan.id },
        input: { ...answers, on: today, correctsEventId: about },
      }),
    }),
  ],
});

export class EhcFactWithdrawal {
  @OnDay('Day of the withdrawal') on?: CivilDate;
  @ApiProperty() @IsString() @Length(1, 120) eventId: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const withdrawEhcFact = planUseCase({
  name: 'WithdrawEhcFact',
  asks: 'WithdrawFact',
  post: 'api/v1/ehc-plans/:id/withdrawals',
  does: 'Withdraw a fact; the history keeps it',
  rules: ['REC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'Whoever holds the case takes back what is wrong; the history keeps it (REC-24).',
  },
  input: EhcFactWithdrawal,
  decide({ on, eventId, reason: why }: Settled<EhcFactWithdrawal>, plan) {
    if (!entriesOf(plan).some((each) => each.eventId === eventId)) throw missing('fact of this plan');
    requireNothingBuiltOn(plan, eventId);
    requireText('reason', why, 'REC-24');
    return [correctionFacts.withdrawn.fact(on, { correctsEventId: eventId, reason: why })];
  },
  forms: [
    planForm({
      step: 'withdraw',
      group: 'correction',
      offers: () => [],
      title: 'Take back what should not have been recorded',
      lead: 'For what never happened, or belongs to somebody else. Where only the date is wrong, correct the date instead. The history keeps it, with your name and the reason (REC-24).',
      button: 'Take it back',
      checkFirst:
        'From now on it counts as not recorded: what hangs on it is due again, and clocks that it started stop. The history keeps it.',
      recorded: 'It is taken back. What is due is reckoned without it.',
      questions(subject) {
        factsOf(subject);
        return {
          reason: reason({
            label: 'Why should it not have been recorded?',
            hint: 'Kept sealed',
            none: 'Enter why it is taken back (REC-24)',
          }),
        };
      },
      sends: (answers, { plan, about, today }) => ({
        at: { id: plan.id },
        input: { ...answers, on: today, eventId: about },
      }),
    }),
  ],
});

/** Without its beginning there is no plan: whatever else stands of it would be on no list, and nobody would be asked for it. */
function requireNothingBuiltOn(plan: Plan, eventId: string): void {
  if (plan.made?.eventId !== eventId) return;
  const others = new Set(entriesOf(plan).map((each) => each.eventId));
  others.delete(eventId);
  if (others.size > 0)
    throw refuse(
      'REC-24',
      'The plan begins with it, and more is on record: without it, all of that would be on no list.',
      {
        help: `Take back the other ${others.size === 1 ? 'entry' : `${others.size} entries`} first, if the plan is not this young person’s at all; where only the day is wrong, correct it.`,
      },
    );
}

/** An event has its own day, and may carry further ones: a meeting that is arranged, the end of a placement. */
export const fieldWords = (field: string): string => (field === 'on' ? 'The day on which it happened' : words(field));

function factsOf({ facts, about }: PlanSubject): readonly PlanFact[] {
  if (facts.length === 0) throw notFound('dated fact of this plan', about);
  return facts;
}
