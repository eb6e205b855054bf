// The forms of what is done while an appeal runs: its notice, the dates that the Tribunal fixes, what the authority did (EHC-73, EHC-76).
import { formatDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import type { Option } from '../../../../engine/web/forms/question.js';
import { date, one, optionsOf } from '../../../../engine/web/forms/questions.js';
import { words } from '../../../../engine/web/present/words.js';
import { doTribunalAct } from '../../commands/do-tribunal-act.js';
import { fixTribunalDate } from '../../commands/fix-tribunal-date.js';
import { receiveAppealNotice } from '../../commands/receive-appeal-notice.js';
import type { Appeal } from '../../domain/state.js';
import { tribunalActs, type TribunalAct } from '../../domain/words.js';
import { ofAppeals } from './appeals.js';
import type { PlanForm, PlanSubject } from './plan-form.js';

export const appealNotice: PlanForm = {
  group: 'appeal',
  needs: receiveAppealNotice.name,
  offers: ofAppeals(
    'The Tribunal’s notice of the appeal came, appeal',
    ({ determined, notice }) => !determined && !notice,
  ),
  form: form({
    title: 'Record the Tribunal’s notice of the appeal',
    lead: 'The thirty working days of the response run from it (EHC-73).',
    button: 'Record the notice',
    recorded: 'The notice is recorded. The response is among what is due.',
    questions: (_: PlanSubject) => ({ on: date({ label: 'When did it come?', what: 'The day on which it came' }) }),
    command: (answers, { plan, about }, context) =>
      receiveAppealNotice.of({ id: plan.id, appealId: about }, { ...answers }, context),
  }),
};

const appealOf = ({ plan, about }: PlanSubject): Appeal | undefined => plan.appeals.find(({ id }) => id === about);

/** The latest date of each direction that is not done yet. */
function openDirections(appeal: Appeal | undefined): Option[] {
  const done = new Set(appeal?.done.map(({ directionId }) => directionId));
  const latest = new Map((appeal?.fixed ?? []).map((each) => [each.id, each] as const));
  return [...latest.values()]
    .filter(({ id }) => !done.has(id))
    .map(({ id, act, dueOn }) => ({ value: id, text: `${words(act)}, fixed for ${formatDate(dueOn.on)}` }));
}

const further = 'further';

export const fixDate: PlanForm = {
  group: 'appeal',
  needs: fixTribunalDate.name,
  offers: ofAppeals('The Tribunal fixed a date in the appeal'),
  form: form({
    title: 'Record a date that the Tribunal fixed',
    lead: 'A date that the Tribunal fixed stands as it is: no day is left out in counting (EHC-73).',
    button: 'Record the date',
    recorded: 'The Tribunal’s date is recorded.',
    questions: (subject: PlanSubject) => {
      const moved = openDirections(appealOf(subject));
      return {
        on: date({ label: 'When did the Tribunal fix it?', what: 'The day of the direction' }),
        ...(moved.length > 0 && {
          direction: one<string>({
            label: 'Is it a further date, or another day for one that was fixed?',
            options: [{ value: further, text: 'A further date' }, ...moved],
            none: 'Say whether it is a further date',
          }),
        }),
        act: one<TribunalAct>({ label: 'For what?', options: optionsOf(tribunalActs), none: 'Choose what it is for' }),
        dueOn: date({ label: 'By which day?', what: 'The day that was fixed', mayBeAhead: true }),
      };
    },
    command: ({ direction, ...answers }, { plan, about }, context) => {
      const directionId = direction === further ? undefined : direction;
      return fixTribunalDate.of({ id: plan.id, appealId: about }, { ...answers, directionId }, context);
    },
  }),
};

const response = 'response';

export const actDone: PlanForm = {
  group: 'appeal',
  needs: doTribunalAct.name,
  offers: ofAppeals('Record the response, or what else was done in the appeal'),
  form: form({
    title: 'Record what was done in the appeal',
    lead: 'The response to the Tribunal, or what it directed by a date. The direction itself is recorded first (EHC-73).',
    button: 'Record it',
    recorded: 'It is recorded what was done in the appeal.',
    questions: (subject: PlanSubject) => ({
      on: date({ label: 'When was it done?', what: 'The day on which it was done' }),
      done: one<string>({
        label: 'What was done?',
        options: [
          { value: response, text: 'The response was sent' },
          ...openDirections(appealOf(subject)).filter(({ value }) => actOf(subject, value) !== response),
        ],
        none: 'Choose what was done (EHC-73)',
      }),
    }),
    command: ({ on, done }, subject, context) => {
      const directionId = done === response ? undefined : done;
      const act = actOf(subject, done) ?? response;
      return doTribunalAct.of({ id: subject.plan.id, appealId: subject.about }, { on, act, directionId }, context);
    },
  }),
};

const actOf = (subject: PlanSubject, directionId: string): TribunalAct | undefined =>
  appealOf(subject)?.fixed.find(({ id }) => id === directionId)?.act;
