// Steps of the protocol that a case follows, several at one meeting: done, offered and declined, or not possible (AMB-06, TRN-45, TRN-B2.6).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { discussWithAdultServices } from '../../engine/person/domain/events.js';
import { Dated } from '../../engine/use-cases/dated.js';
import {
  listOf,
  textOf,
  type Answers,
  type Option,
  type Question,
  type Typed,
} from '../../engine/web/forms/question.js';
import { date, freeText, optionalDate, optionsOf, several } from '../../engine/web/forms/questions.js';
import { birthday, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import type { Step } from '../../rules/protocol-steps.js';
import { attendeeRoles, stepOutcomes, type AttendeeRole, type StepOutcome } from './domain/codes.js';
import { consentToAny, type ConsentStatus } from './domain/consent.js';
import { transitionEvents as events } from './domain/events.js';
import { notBefore, opened } from './domain/guards.js';
import { ownCommands } from './domain/own-commands.js';
import { stepsOf } from './domain/protocols.js';
import { transitionForm, untilClosed, type TransitionSubject } from './transition-forms.js';
import { bothSides, transitionUseCase } from './transition-use-case.js';

export class StepTakenBody {
  @ApiProperty({ example: 'TRN-A1.1' }) @IsString() @Length(1, 40) stepId: string;
  @ApiProperty({ enum: stepOutcomes }) @IsIn(stepOutcomes) outcome: StepOutcome;
  @ApiProperty({ required: false, description: 'A date that was agreed, such as that of the final meeting' })
  @IsOptional()
  @IsCivilDate()
  arrangedFor?: CivilDate;
  @ApiProperty({ required: false, description: 'Reference of the record that shows it' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  evidence?: string;
  @ApiProperty({ required: false, description: 'Why it was declined or not possible' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export class RecordTransitionStepsBody extends Dated {
  @ApiProperty({ type: [StepTakenBody] })
  @ValidateNested({ each: true })
  @Type(() => StepTakenBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  steps: StepTakenBody[];
  @ApiProperty({ required: false, enum: attendeeRoles, isArray: true })
  @IsOptional()
  @IsIn(attendeeRoles, { each: true })
  attendees?: AttendeeRole[];
}

export interface StepTaken {
  readonly stepId: string;
  readonly outcome: StepOutcome;
  readonly arrangedFor?: CivilDate;
  readonly evidence?: string;
  readonly reason?: string;
}

interface Meeting {
  readonly on: CivilDate;
  readonly steps: readonly StepTaken[];
  readonly attendees?: readonly AttendeeRole[];
  readonly birthDate: CivilDate;
  /** Whether the young person's consent to discuss with adult services is on record on that day. */
  readonly consent: ConsentStatus;
}

export const recordTransitionSteps = transitionUseCase({
  name: 'RecordTransitionSteps',
  asks: 'RecordSteps',
  post: 'api/v1/transitions/:transitionId/steps',
  does: 'Record steps of the protocol, all of one meeting at once',
  rules: ['AMB-06', 'TRN-40', 'TRN-45', 'TRN-B2.6'],
  who: {
    roles: [...bothSides, 'specialist-nurse'],
    because:
      'Both services take the steps of the protocol; adult services only for young people they may know of (TRN-44).',
  },
  input: RecordTransitionStepsBody,
  async command({ at, details, on }, cases) {
    const { person } = await cases.read(at.transitionId);
    const consent = consentToAny(person.consents[discussWithAdultServices] ?? [], on);
    return { ...details, on, birthDate: person.birthDate, consent };
  },
  decide(meeting: Meeting, state) {
    const { pack, packVersion, referredOn } = opened(state);
    notBefore(meeting.on, referredOn, 'the referral to CAMHS');
    const steps = stepsOf(pack, packVersion);
    const ids = meeting.steps.map(({ stepId }) => stepId);
    const repeated = ids.find((stepId, index) => ids.indexOf(stepId) < index);
    if (repeated !== undefined) throw invalid('steps', `${repeated} is there twice`);
    return meeting.steps.map((taken) => {
      const step = steps.find(({ id }) => id === taken.stepId);
      if (!step) {
        throw refuse(
          'AMB-06',
          `${taken.stepId} is not a step of the protocol that this case follows (${pack} version ${packVersion}).`,
          { help: `Its steps are ${steps.map(({ id }) => id).join(', ')}.` },
        );
      }
      return recordStep(meeting, taken, step);
    });
  },
  forms: [
    transitionForm({
      step: 'steps',
      group: 'case',
      offers: untilClosed('Record steps of a meeting'),
      title: 'Record steps of a meeting',
      lead: 'Everything that was done at one meeting, or on one day. All of it is recorded, or nothing.',
      button: 'Record the steps',
      recorded: 'The steps are recorded.',
      questions: stepQuestions,
      sends: (answers, subject) => ({ at: { transitionId: subject.view.id }, input: meetingOf(answers, subject) }),
    }),
  ],
});

function recordStep({ on, attendees, birthDate, consent }: Meeting, taken: StepTaken, step: Step) {
  const { outcome, arrangedFor, evidence, reason } = taken;
  checkOutcome(taken, step);
  if (isArrangedForThePast(arrangedFor, on))
    throw invalid('arrangedFor', `must not be before ${formatDate(on)}, the day on which it was agreed`, 'TRN-B2.6');
  const ownCommand = ownCommands[step.fact];
  if (outcome === 'done' && ownCommand)
    throw refuse(ownCommand.rule, `${step.id} is recorded on its own: ${ownCommand.how}.`);
  if (outcome === 'done' && step.fact === 'consent' && consent.kind !== 'given') {
    throw refuse(
      'TRN-40',
      `${step.id} is done when the young person's own consent is on record; on that day it was not.`,
      {
        help: 'Record the consent on their record first, or record here that it was offered and declined.',
      },
    );
  }
  const late = step.fact === 'finalMeeting' && isFinalMeetingLate(birthDate, on) ? true : undefined;
  const { id: stepId, milestone, fact } = step;
  const list = attendees && [...attendees];
  return events.stepRecorded.fact(on, {
    stepId,
    milestone,
    fact,
    outcome,
    attendees: list,
    arrangedFor,
    late,
    evidence,
    reason,
  });
}

/** TRN-B2.6, TRN-E8: on the 18th birthday is not before it. */
export const isFinalMeetingLate = (birthDate: CivilDate, on: CivilDate): boolean => on >= birthday(birthDate, 18);

export const isArrangedForThePast = (arrangedFor: CivilDate | undefined, agreedOn: CivilDate): boolean =>
  arrangedFor !== undefined && arrangedFor < agreedOn;

function checkOutcome({ stepId, outcome, reason }: StepTaken, step: Step): void {
  if (outcome === 'done') return;
  const allowed = outcome === 'offered-and-declined' ? step.mayBeDeclined : step.mayBeNotPossible;
  if (!allowed) {
    const words = outcome === 'offered-and-declined' ? 'cannot be declined' : 'cannot be recorded as not possible';
    throw refuse('TRN-45', `${stepId} ${words} under this protocol.`);
  }
  const survey = step.fact === 'preSurvey' || step.fact === 'postSurvey';
  if (!survey && !reason?.trim()) throw invalid('reason', `says why ${stepId} was ${outcome}`, 'TRN-45');
}

/** Steps that are not done yet and can have this outcome; with the day from which the protocol asks for them. */
function stepsFor({ view, work }: TransitionSubject, outcome: StepOutcome): Option[] {
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

function stepQuestions(subject: TransitionSubject) {
  const declined = stepsFor(subject, 'offered-and-declined').length > 0;
  const notPossible = stepsFor(subject, 'not-possible').length > 0;
  return {
    on: date({ label: 'When was it?', what: 'The day of the meeting' }),
    attendees: several<AttendeeRole>({ label: 'Who was there?', options: optionsOf(attendeeRoles) }),
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
}

/** What is sent of one meeting: each step with its outcome, all with where it is written down. */
function meetingOf(answers: Answers<ReturnType<typeof stepQuestions>>, subject: TransitionSubject) {
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
  return { steps: taken, attendees: there, on };
}
