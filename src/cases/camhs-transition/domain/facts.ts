// From the state to named dates and flags for the deadline engine.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { DeadlineSubject } from '../../../rules/deadline-subject.js';
import type { Fact, Facts, Flag } from '../../../rules/facts.js';
import type { SendNow } from '../../../engine/person/domain/events.js';
import { arrangedMeetings } from './arranged.js';
import type { Mark } from './codes.js';
import { contactSubjects } from './contact-facts.js';
import { destinationOf } from './destinations.js';
import { acceptedOn } from './guards.js';
import { wasLate } from './late-referral.js';
import { samePractitioner } from './practitioners.js';
import { transferOf } from './receiving.js';
import { settledAs, timesDone } from './settle.js';
import type { Done, Opened, Transition } from './state.js';

/** What the rules must know of the person; it comes from their own record. */
export interface AboutPerson {
  /** With the event of their own history that says so. */
  readonly birthDate?: Done;
  readonly namedWorkerFrom?: Done;
  readonly namedWorkerUntil?: Done;
  /** How far special needs are known now; left out where the record does not tell. */
  readonly send?: SendNow;
  readonly diedOn?: CivilDate;
}

export function deadlineSubjects(id: string, state: Transition, person: AboutPerson): readonly DeadlineSubject[] {
  const { opened } = state;
  if (!opened) return [];
  const { pack, packVersion } = opened;
  const subject = (scope: string, subjectId: string, label: string, facts: Facts): DeadlineSubject => {
    const flags = {
      send: sendFlag(opened, person),
      late: wasLate(opened, person.birthDate?.on) ? 'yes' : 'no',
      destination: destinationKind(state),
    };
    // The gates are those of the birth date, and many lie before anybody here had the case: nobody here missed them then.
    return { pack, packVersion, scope, id: subjectId, label, facts, flags, heldFrom: opened.on };
  };
  return [
    subject('transition', id, 'transition to adult services', transitionFacts(state, opened, person)),
    ...series(state, discussedOn(state), 'lastDiscussed', 'nextDiscussed').map((facts, index) =>
      subject('interface', `interface-${index + 1}`, `interface meeting ${index + 1}`, facts),
    ),
    ...series(state, metOn(state), 'lastMeeting', 'nextMeeting').map((facts, index) =>
      subject('annualMeeting', `annual-${index + 1}`, `annual meeting ${index + 1}`, facts),
    ),
    ...Object.entries(state.appointments).flatMap(([appointmentId, { status, outcome, contacted }]) =>
      status === 'missed'
        ? [
            subject('firstAppointment', appointmentId, 'first adult appointment', {
              firstAppointmentMissed: outcome,
              contactedAfterMiss: contacted,
            }),
          ]
        : [],
    ),
    ...both(samePractitioner(state)).map((facts) =>
      subject('secondAppointment', 'second-appointment', 'first two adult appointments', facts),
    ),
    ...arrangedMeetings(state).map(({ subjectId, facts }) =>
      subject('arranged', subjectId, 'meeting that was arranged', facts),
    ),
    ...contactSubjects(state).map(({ subjectId, label, facts }) => subject('contact', subjectId, label, facts)),
  ];
}

export const destinationKind = ({ closed, chosen }: Transition): string | undefined => {
  const code = closed?.destination ?? chosen?.destination;
  return code === undefined ? undefined : destinationOf(code).kind;
};

/** The facts of the scope `transition`. */
export function transitionFacts(state: Transition, opened: Opened, person: AboutPerson): Facts {
  const { closed, past18 } = state;
  return {
    ...Object.fromEntries(Object.keys(state.settled).map((name) => [name, settledAs(state, name)])),
    birthDate: person.birthDate,
    sendKnown: opened.send ? undefined : person.send?.needs ? person.send.since : undefined,
    referral: { on: opened.referredOn, eventId: opened.eventId },
    planningStarted: planningStarted(state),
    carePlanBegun: markOf(state, 'carePlanBegun'),
    folderGiven: markOf(state, 'folderGiven'),
    engagementChecked: markOf(state, 'engagementChecked'),
    progressionsWorkerFrom: markOf(state, 'progressionsWorkerFrom'),
    progressionsWorkerUntil: markOf(state, 'progressionsWorkerUntil'),
    progressionsTherapistFrom: markOf(state, 'progressionsTherapistFrom'),
    progressionsTherapistUntil: markOf(state, 'progressionsTherapistUntil'),
    transferPlanned: plannedTransfer(state),
    received: transferOf(state),
    over18ReasonRecorded: past18[0],
    namedWorkerFrom: person.namedWorkerFrom,
    namedWorkerUntil: person.namedWorkerUntil,
    careNeedRecognised: state.care.recognised,
    careAssessmentConcluded: state.care.concluded,
    childrensSupportEnded: state.care.supportEnded,
    transitionEnded: closed && destinationOf(closed.destination).kind === 'none' ? closed : undefined,
  };
}

/**
 * Special needs, an EHC plan or an expected long-term need as the person's record tells now, not as it was when the case was opened (TRN-07,
 * TRN-20). That there was a need when it was opened holds until the record says "none" later.
 */
export function sendFlag({ send, on }: Opened, { send: now }: AboutPerson): Flag {
  const denied = now?.deniedOn !== undefined && now.deniedOn > on;
  if (send && !denied) return 'yes';
  if (!now?.needs) return 'no';
  return now.since ? { is: 'yes', since: now.since.on } : 'yes';
}

export const hasSend = (opened: Opened, person: AboutPerson): boolean => sendFlag(opened, person) !== 'no';

const both = (facts: Facts | undefined): Facts[] => (facts ? [facts] : []);

const markOf = ({ marks }: Transition, name: Mark) => marks.findLast(({ mark }) => mark === name);

/** A plan holds from the day on which it was made to the day of the next one. */
const plannedTransfer = ({ marks }: Transition): Fact | undefined =>
  marks
    .filter(({ mark }) => mark === 'transferPlanned')
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .reduce<Fact | undefined>(
      (before, { on, plannedFor, eventId }) => (plannedFor ? { on: plannedFor, eventId, since: on, before } : before),
      undefined,
    );

/** Said so, or shown by a step that cannot happen without it. */
const planningSteps = ['processDiscussed', 'consent', 'jointAssessment', 'jointPlanAgreed', 'finalMeeting'] as const;

function planningStarted(state: Transition): Fact | undefined {
  const steps = planningSteps.map((name) => timesDone(state, name)[0]);
  const all: (Done | undefined)[] = [...steps, markOf(state, 'planningStarted'), markOf(state, 'carePlanBegun')];
  return earliestOf(all);
}

const earliestOf = (all: readonly (Done | undefined)[]): Done | undefined =>
  all.reduce((first, one) => (one && (!first || one.on < first.on) ? one : first), undefined);

const discussedOn = ({ discussions }: Transition): readonly Done[] => discussions;

const meetings = ['reviewMeeting', 'jointAssessment', 'finalMeeting'] as const;

/** Meetings that took place: one that was declined or not possible settles its step, and starts no year (TRN-22). */
const metOn = (state: Transition): readonly Done[] =>
  [
    ...state.marks.filter(({ mark }) => mark === 'annualMeeting'),
    ...meetings.flatMap((name) => timesDone(state, name)),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));

/** One subject for each time it happened, met by the next time. The series ends with the closure, or with somebody's yes. */
function series(state: Transition, times: readonly Done[], from: string, to: string): Facts[] {
  const accepted = acceptedOn(state);
  const caseAccepted = accepted && { on: accepted, eventId: state.opened?.eventId ?? '' };
  return times.map((time, index) => ({
    [from]: time,
    [to]: times[index + 1],
    transitionEnded: state.closed,
    caseAccepted,
  }));
}
