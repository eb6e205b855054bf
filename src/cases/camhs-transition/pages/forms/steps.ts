// Several steps at one meeting: tick them, one day, who was there, what shows it. One command, so all are recorded or none.
import { formatDate, type CivilDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import { listOf, textOf, type Option, type Question, type Typed } from '../../../../engine/web/forms/question.js';
import { date, freeText, optionalDate, optionsOf, several } from '../../../../engine/web/forms/questions.js';
import { recordTransitionSteps } from '../../commands/record-transition-steps.js';
import { attendeeRoles, type StepOutcome } from '../../domain/codes.js';
import type { TransitionSubject } from './subject.js';

type Attendee = (typeof attendeeRoles)[number];

/** Steps that are not done yet and can have this outcome; with the day from which the protocol asks for them. */
export function stepsFor({ view, work }: TransitionSubject, outcome: StepOutcome): Option[] {
  return view.stages.flatMap(({ steps }) =>
    steps
      .filter(({ state }) => state !== 'done')
      .filter(({ id }) => work.steps.some((step) => step.stepId === id && step.outcomes.includes(outcome)))
      .map(({ id, title, state, opensOn }) => ({
        value: id,
        text: title,
        hint: state === 'not-yet' && opensOn !== undefined ? `${id}, from ${formatDate(opensOn as CivilDate)}` : id,
      })),
  );
}

const groups = ['done', 'declined', 'notPossible'] as const;
const ticked = (typed: Typed, name: (typeof groups)[number]) => listOf(typed[name]);

/** A step has one outcome, and there is at least one step. */
function oneOutcome<T extends string>(asked: Question<readonly T[]>): Question<readonly T[]> {
  return {
    ...asked,
    read(typed, name, today) {
      const others = groups.filter((group) => group !== name).flatMap((group) => ticked(typed, group));
      const twice = ticked(typed, name as (typeof groups)[number]).find((id) => others.includes(id));
      if (twice !== undefined) return { problem: `${twice} is ticked twice with different outcomes: choose one` };
      if (name === 'done' && groups.every((group) => ticked(typed, group).length === 0))
        return { problem: 'Tick at least one step' };
      return asked.read(typed, name, today);
    },
  };
}

/** TRN-45: a refusal settles a step, with its reason. */
const reasonFor = (group: (typeof groups)[number], asks: Parameters<typeof freeText>[0], missing: string) => {
  const asked = freeText(asks);
  return {
    ...asked,
    read(typed, name, today) {
      if (ticked(typed, group).length > 0 && textOf(typed[name]) === '') return { problem: missing };
      return asked.read(typed, name, today);
    },
  } satisfies Question<string | undefined>;
};

type Choice = Question<readonly string[]>;

/** A question for which there is no step is not asked. */
const group = <N extends string>(
  subject: TransitionSubject,
  outcome: StepOutcome,
  name: N,
  asks: { readonly label: string; readonly hint?: string },
): Partial<Record<N, Choice>> => {
  const options = stepsFor(subject, outcome);
  const asked = { [name]: oneOutcome(several<string>({ ...asks, options })) } as Record<N, Choice>;
  return options.length === 0 && name !== 'done' ? {} : asked;
};

const agreedStep = (subject: TransitionSubject): string | undefined => {
  const { stepId } = subject.work.steps.find(({ fact }) => fact === 'transferMeetingAgreed') ?? {};
  return stepsFor(subject, 'done').find(({ value }) => value === stepId)?.value;
};

export const steps = form({
  title: 'Record steps of a meeting',
  lead: 'Everything that was done at one meeting, or on one day. All of it is recorded, or nothing.',
  button: 'Record the steps',
  recorded: 'The steps are recorded.',
  questions: (subject: TransitionSubject) => {
    const declined = stepsFor(subject, 'offered-and-declined').length > 0;
    const notPossible = stepsFor(subject, 'not-possible').length > 0;
    return {
      on: date({ label: 'When was it?', what: 'The day of the meeting' }),
      attendees: several<Attendee>({ label: 'Who was there?', options: optionsOf(attendeeRoles) }),
      ...group(subject, 'done', 'done', { label: 'Which steps were done?' }),
      ...(agreedStep(subject) !== undefined && {
        arrangedFor: optionalDate({
          label: 'If a date for the transfer meeting was agreed: which?',
          what: 'The day of the transfer meeting',
          mayBeAhead: true,
        }),
      }),
      evidence: freeText({
        label: 'Where is it written down? (optional)',
        hint: 'The reference of the minute or of the note: it stands with each step',
      }),
      ...group(subject, 'offered-and-declined', 'declined', {
        label: 'What was offered, and declined?',
        hint: 'That settles the step: a refusal leaves nobody incomplete (TRN-45)',
      }),
      ...(declined && {
        declinedReason: reasonFor(
          'declined',
          { label: 'If something was declined: why?', hint: 'Kept sealed' },
          'Say why it was declined (TRN-45)',
        ),
      }),
      ...group(subject, 'not-possible', 'notPossible', { label: 'What was not possible, or not indicated?' }),
      ...(notPossible && {
        notPossibleReason: reasonFor(
          'notPossible',
          { label: 'If something was not possible: why?', hint: 'Kept sealed' },
          'Say why it was not possible (TRN-45)',
        ),
      }),
    };
  },
  command: (answers, subject, context) => {
    const { on, attendees, evidence, arrangedFor, declinedReason, notPossibleReason } = answers;
    const agreed = agreedStep(subject);
    const settled = (ids: readonly string[] | undefined, outcome: StepOutcome, reason: string | undefined) =>
      (ids ?? []).map((stepId) => ({ stepId, outcome, reason, evidence }));
    const done = (answers.done ?? []).map((stepId) => ({
      ...{ stepId, outcome: 'done' as const, evidence },
      arrangedFor: stepId === agreed ? arrangedFor : undefined,
    }));
    const taken = [
      ...done,
      ...settled(answers.declined, 'offered-and-declined', declinedReason),
      ...settled(answers.notPossible, 'not-possible', notPossibleReason),
    ];
    const there = attendees.length === 0 ? undefined : [...attendees];
    return recordTransitionSteps.of({ transitionId: subject.view.id }, { steps: taken, attendees: there, on }, context);
  },
});
