// Steps of the pinned protocol, several at one meeting (AMB-06, TRN-45, TRN-B2.6).
import { birthday, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { Step } from '../../../rules/protocol-steps.js';
import type { attendeeRoles, StepOutcome } from './codes.js';
import type { ConsentStatus } from './consent.js';
import { transitionEvents as events } from './events.js';
import { notBefore, opened } from './guards.js';
import { ownCommands } from './own-commands.js';
import { stepsOf } from './protocols.js';
import type { Transition } from './state.js';

export interface StepTaken {
  readonly stepId: string;
  readonly outcome: StepOutcome;
  readonly arrangedFor?: CivilDate;
  readonly evidence?: string;
  readonly reason?: string;
}

export interface RecordSteps {
  readonly type: 'RecordSteps';
  readonly on: CivilDate;
  readonly steps: readonly StepTaken[];
  readonly attendees?: readonly (typeof attendeeRoles)[number][];
  readonly birthDate: CivilDate;
  /** Whether the young person's consent to discuss with adult services is on record on that day. */
  readonly consent: ConsentStatus;
}

export function recordSteps(command: RecordSteps, state: Transition) {
  const { pack, packVersion, referredOn } = opened(state);
  notBefore(command.on, referredOn, 'the referral to CAMHS');
  const steps = stepsOf(pack, packVersion);
  const repeated = command.steps.find(
    ({ stepId }, index) => command.steps.findIndex((one) => one.stepId === stepId) < index,
  );
  if (repeated) throw invalid('steps', `${repeated.stepId} is there twice`);
  return command.steps.map((taken) => {
    const step = steps.find(({ id }) => id === taken.stepId);
    if (!step) {
      throw refuse(
        'AMB-06',
        `${taken.stepId} is not a step of the protocol that this case follows (${pack} version ${packVersion}).`,
        {
          help: `Its steps are ${steps.map(({ id }) => id).join(', ')}.`,
        },
      );
    }
    return recordStep(command, taken, step);
  });
}

function recordStep({ on, attendees, birthDate, consent }: RecordSteps, taken: StepTaken, step: Step) {
  const { outcome, arrangedFor, evidence, reason } = taken;
  checkOutcome(taken, step);
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
