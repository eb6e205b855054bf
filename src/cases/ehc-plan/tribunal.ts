// What is done while an appeal runs: its notice, the dates that the Tribunal fixes, the authority's acts (EHC-73).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import type { Option } from '../../engine/web/forms/question.js';
import { date, one, optionsOf } from '../../engine/web/forms/questions.js';
import { words } from '../../engine/web/present/words.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { appealIn, ofAppeals, requirePending, type InAppeal } from './appeals.js';
import { ehcEvents as events } from './domain/events.js';
import { already, requireFresh } from './domain/plan-in-force.js';
import type { Appeal } from './domain/state.js';
import { tribunalActs, type TribunalAct } from './domain/words.js';
import type { PlanSubject } from './pages/plan-forms/plan-form.js';
import { planForm, planUseCase } from './plan-use-case.js';

export class AppealNotice {
  @OnDay('Day on which the authority received it') on?: CivilDate;
}

export const receiveAppealNotice = planUseCase({
  name: 'ReceiveAppealNotice',
  asks: 'ReceiveAppealNotice',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/notice',
  does: "The Tribunal's notice of the appeal came: the time for the response runs",
  rules: ['EHC-73'],
  input: AppealNotice,
  decide({ on, appealId }: InAppeal, plan) {
    const { notice } = appealIn(plan, appealId);
    if (notice) throw already('The notice of this appeal', notice.on, 'Correct its date if it is wrong.');
    return [events.appealNoticeReceived.fact(on, { appealId })];
  },
  forms: [
    planForm({
      step: 'appeal-notice',
      group: 'appeal',
      offers: ofAppeals('The Tribunal’s notice of the appeal came, appeal', ({ determined }) => !determined),
      title: 'Record the Tribunal’s notice of the appeal',
      lead: 'The thirty working days of the response run from it (EHC-73).',
      button: 'Record the notice',
      recorded: 'The notice is recorded. The response is among what is due.',
      questions: () => ({ on: date({ label: 'When did it come?', what: 'The day on which it came' }) }),
      sends: (input, { plan, about }) => ({ at: { id: plan.id, appealId: about }, input }),
    }),
  ],
});

export class TribunalDirection {
  @OnDay() on?: CivilDate;
  @ApiProperty({ required: false, description: 'Left out, it is a further direction; given, its date moves' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  directionId?: string;
  @ApiProperty({ enum: tribunalActs }) @IsIn(tribunalActs) act: TribunalAct;
  @ApiProperty({ example: '2025-12-01' }) @IsCivilDate() dueOn: CivilDate;
}

type Fixed = InAppeal & Settled<TribunalDirection> & { readonly directionId: string };

const further = 'further';

export const fixTribunalDate = planUseCase({
  name: 'FixTribunalDate',
  asks: 'FixTribunalDate',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/directions',
  does: 'The Tribunal fixed a date',
  rules: ['EHC-71', 'EHC-73'],
  input: TribunalDirection,
  command: ({ at: { appealId }, details, on, context }) => ({
    ...details,
    on,
    appealId,
    directionId: details.directionId ?? idFrom(context.commandId, 'direction'),
  }),
  /** Fixed anew under the same id, the later date stands. There is one date for the response. */
  decide({ on, appealId, act, dueOn, directionId }: Fixed, plan) {
    const appeal = appealIn(plan, appealId);
    requirePending(appeal);
    const others = plan.appeals.filter(({ id }) => id !== appealId).flatMap(({ fixed }) => fixed);
    requireFresh(others, directionId, 'A direction');
    if (dueOn < on) throw invalid('dueOn', 'must not be before the day on which the Tribunal fixed it', 'EHC-73');
    const same = appeal.fixed.filter(({ id }) => id === directionId);
    if (same.some((each) => each.act !== act))
      throw invalid('act', 'is another one than this direction is about', 'EHC-73');
    const latest = same[same.length - 1];
    if (latest?.dueOn.on === dueOn) return [];
    return [events.tribunalDateFixed.fact(on, { appealId, directionId, act, dueOn })];
  },
  forms: [
    planForm({
      step: 'tribunal-date',
      group: 'appeal',
      offers: ofAppeals('The Tribunal fixed a date in the appeal'),
      title: 'Record a date that the Tribunal fixed',
      lead: 'A date that the Tribunal fixed stands as it is: no day is left out in counting (EHC-73).',
      button: 'Record the date',
      recorded: 'The Tribunal’s date is recorded.',
      questions: (subject) => {
        const moved = openDirections(shownAppeal(subject));
        return {
          on: date({ label: 'When did the Tribunal fix it?', what: 'The day of the direction' }),
          ...(moved.length > 0 && {
            direction: one<string>({
              label: 'Is it a further date, or another day for one that was fixed?',
              options: [{ value: further, text: 'A further date' }, ...moved],
              none: 'Say whether it is a further date',
            }),
          }),
          act: one<TribunalAct>({
            label: 'For what?',
            options: optionsOf(tribunalActs),
            none: 'Choose what it is for',
          }),
          dueOn: date({ label: 'By which day?', what: 'The day that was fixed', mayBeAhead: true }),
        };
      },
      sends: ({ direction, ...answers }, { plan, about }) => ({
        at: { id: plan.id, appealId: about },
        input: { ...answers, directionId: direction === further ? undefined : direction },
      }),
    }),
  ],
});

const shownAppeal = ({ plan, about }: PlanSubject): Appeal | undefined => plan.appeals.find(({ id }) => id === about);

/** The latest date of each direction that is not done yet. */
function openDirections(appeal: Appeal | undefined): Option[] {
  const done = new Set(appeal?.done.map(({ directionId }) => directionId));
  const latest = new Map((appeal?.fixed ?? []).map((each) => [each.id, each] as const));
  return [...latest.values()]
    .filter(({ id }) => !done.has(id))
    .map(({ id, act, dueOn }) => ({ value: id, text: `${words(act)}, fixed for ${formatDate(dueOn.on)}` }));
}

export class TribunalActed {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: tribunalActs }) @IsIn(tribunalActs) act: TribunalAct;
  @ApiProperty({ required: false, description: 'The direction that fixed its date; not for the response' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  directionId?: string;
}

const response = 'response';

export const doTribunalAct = planUseCase({
  name: 'DoTribunalAct',
  asks: 'DoTribunalAct',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/acts',
  does: 'The authority responded, or did what the Tribunal directed',
  rules: ['EHC-73'],
  input: TribunalActed,
  decide({ on, appealId, act, ...direction }: InAppeal & Settled<TribunalActed>, plan) {
    const appeal = appealIn(plan, appealId);
    const directionId = act === response ? undefined : direction.directionId;
    if (act !== response && !appeal.fixed.some(({ id, act: of }) => id === directionId && of === act)) {
      throw refuse('EHC-73', 'The Tribunal has fixed no date for this.', {
        help: 'Record the direction with its date first, and name it here.',
      });
    }
    const before = appeal.done.find((each) => each.act === act && each.directionId === directionId);
    if (before) throw already('This act', before.on, 'Correct its date if it is wrong.');
    return [events.tribunalActDone.fact(on, { appealId, act, directionId })];
  },
  forms: [
    planForm({
      step: 'tribunal-act',
      group: 'appeal',
      offers: ofAppeals('Record the response, or what else was done in the appeal', ({ determined }) => !determined),
      title: 'Record what was done in the appeal',
      lead: 'The response to the Tribunal, or what it directed by a date. The direction itself is recorded first (EHC-73).',
      button: 'Record it',
      recorded: 'It is recorded what was done in the appeal.',
      questions: (subject) => ({
        on: date({ label: 'When was it done?', what: 'The day on which it was done' }),
        done: one<string>({
          label: 'What was done?',
          options: [
            { value: response, text: 'The response was sent' },
            ...openDirections(shownAppeal(subject)).filter(({ value }) => actOf(subject, value) !== response),
          ],
          none: 'Choose what was done (EHC-73)',
        }),
      }),
      sends: ({ on, done }, subject) => ({
        at: { id: subject.plan.id, appealId: subject.about },
        input: {
          on,
          act: actOf(subject, done) ?? response,
          directionId: done === response ? undefined : done,
        },
      }),
    }),
  ],
});

const actOf = (subject: PlanSubject, directionId: string): TribunalAct | undefined =>
  shownAppeal(subject)?.fixed.find(({ id }) => id === directionId)?.act;
