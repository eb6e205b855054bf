// A programme as the deadline engine sees it: the programme itself, the questionnaires of each stage, and the goals that have a day of review.
import type { Fact, Facts } from '../../../rules/facts.js';
import type { DeadlineSubject } from '../../../rules/deadline-subject.js';
import { addMonths, birthday, type CivilDate } from '../../../kernel/calendar/index.js';
import terms from './terms.json' with { type: 'json' };
import type { Stage, SummaryRecipient } from './codes.js';
import { stageOf } from './questionnaires/questionnaire.js';
import {
  isOpenGoal,
  plannedTransfer,
  reviewOnOf,
  type Appointment,
  type Done,
  type Goal,
  type Programme,
  type Submission,
} from './state.js';

/** What the rules must know of the person; it comes from their own record. */
export interface AboutPerson {
  readonly birthDate?: Done;
}

export function deadlineSubjects(id: string, state: Programme, person: AboutPerson): readonly DeadlineSubject[] {
  const { started } = state;
  if (!started) return [];
  const { pack, packVersion, on: heldFrom } = started;
  const subject = (scope: string, subjectId: string, label: string, facts: Facts): DeadlineSubject => {
    return { pack, packVersion, scope, id: subjectId, label, facts, flags: {}, heldFrom };
  };
  return [
    subject('programme', id, 'readiness programme', programmeFacts(state, person)),
    ...state.stages.map(({ stage }, at) =>
      subject('stage', `stage-${stage}`, `questionnaires of ${stage}`, stageFacts(state, person, at)),
    ),
    ...Object.values(state.goals)
      .filter((goal) => reviewOnOf(goal) !== undefined)
      .map((goal, at) => subject('goal', goal.goalId, `goal ${at + 1}`, goalFacts(state, goal))),
  ];
}

function programmeFacts(state: Programme, { birthDate }: AboutPerson): Facts {
  const { started, visits, submissions, transferred, links, ended } = state;
  const entered = (stage: Stage) => state.stages.find((one) => one.stage === stage);
  const firstClinic = transferred?.firstClinicOn;
  return {
    birthDate,
    started: plain(started),
    introduced: earliest([...visits, ...submissions, ...Object.values(links)]),
    readyEntered: plain(entered('ready')),
    steadyEntered: plain(entered('steady')),
    goEntered: plain(entered('go')),
    transferPlanned: planned(state),
    camhsTransition: plain(state.camhsTransition),
    adultServiceMet: earliest(state.adultServicesMet),
    seenAlone: earliest(visits.filter(({ seenAlone }) => seenAlone !== 'none')),
    seenAloneWhole: earliest(visits.filter(({ seenAlone }) => seenAlone === 'whole')),
    summaryToAdultTeam: summaryOnTransfer(state, 'adult-team', birthDate?.on),
    summaryToGp: summaryOnTransfer(state, 'gp', birthDate?.on),
    transferred: plain(transferred),
    firstAdultClinic:
      transferred && firstClinic ? { on: firstClinic, since: transferred.on, eventId: transferred.eventId } : undefined,
    helloSubmitted: earliest(submissions.filter(({ voice }) => voice === 'adult')),
    ended: plain(ended),
  };
}

/** The young person's own sheet of that stage: what they sent of another stage on the same day is not it (RSG-04). */
export const isOwnSheet = ({ voice, questionnaire }: Submission, stage: Stage): boolean =>
  voice === 'young-person' && stageOf[questionnaire] === stage;

/**
 * RSG-11: the full summary goes on transfer. One that is sent long before is on record, and not that one: it counts from so many months before
 * the transfer as it was planned on the day on which it was sent; and one that went so shortly before a transfer that nobody had planned then,
 * from the transfer on. A plan that is made anew later takes nothing back.
 */
function summaryOnTransfer(
  state: Programme,
  recipient: SummaryRecipient,
  birthDate: CivilDate | undefined,
): Fact | undefined {
  const counting = state.summaries.flatMap(({ to, on, eventId }): Done[] => {
    if (to !== recipient) return [];
    if (isShortlyBefore(on, transferThen(state, on, birthDate))) return [{ on, eventId }];
    const { transferred } = state;
    return transferred && isShortlyBefore(on, transferred.on) ? [{ on: transferred.on, eventId }] : [];
  });
  return earliest(counting);
}

/** The transfer as it was known on a day. */
function transferThen(state: Programme, day: CivilDate, birthDate: CivilDate | undefined): CivilDate | undefined {
  if (state.transferred && state.transferred.on <= day) return state.transferred.on;
  return plannedTransfer(state, day)?.transferOn ?? (birthDate && birthday(birthDate, 18));
}

const isShortlyBefore = (on: CivilDate, transferOn: CivilDate | undefined): boolean =>
  transferOn !== undefined && on >= addMonths(transferOn, -terms.summary.monthsBeforeTransfer);

/** A plan holds from the day on which it was made to the day of the next one. */
const planned = ({ transfersPlanned }: Programme): Fact | undefined =>
  transfersPlanned.reduce<Fact | undefined>(
    (before, { on: since, transferOn: on, eventId }) => ({ on, eventId, since, before }),
    undefined,
  );

function stageFacts(state: Programme, { birthDate }: AboutPerson, at: number): Facts {
  const entry = state.stages[at];
  if (!entry) return {};
  const left = state.stages[at + 1];
  const own = state.submissions.filter((one) => isOwnSheet(one, entry.stage) && one.on >= entry.on);
  // The parent's sheet is the same for every stage: sent on the day on which a stage was entered, it is of the one that was left.
  const parents = state.submissions.filter(
    ({ voice, on }) => voice === 'parent' && (at === 0 ? on >= entry.on : on > entry.on) && !(left && on > left.on),
  );
  return {
    birthDate,
    stageEntered: plain(entry),
    nextAppointment: nextAppointmentOf(state, entry),
    submitted: earliest(own),
    parentSubmitted: earliest(parents),
    transferred: plain(state.transferred),
    // What was not answered in a stage that was left is asked in the next one.
    ended: earliest([left, state.ended].flatMap((one) => one ?? [])),
  };
}

/**
 * The first appointment after something that waits for one (a stage that was entered, help that was asked for): as it was agreed, and agreed
 * anew before the young person came. Where nothing was agreed, the visit itself was it. What comes later moves it no more, or it would never
 * be late.
 */
export function nextAppointmentOf({ appointments, visits }: Programme, entry: Done): Fact | undefined {
  const came = visits.find(({ on }) => on > entry.on);
  const agreed = appointments.filter(
    ({ appointmentOn, on }) => appointmentOn >= entry.on && !(came && on >= came.on && came.on > entry.on),
  );
  const first = agreed.reduce<Fact | undefined>((before, one) => agreedAnew(before, one), undefined);
  return first ?? plain(came);
}

/** Agreed for another day after the first had passed, it is another appointment: the first stays the one that was meant. */
function agreedAnew(before: Fact | undefined, { appointmentOn, on, eventId }: Appointment): Fact {
  if (before && before.on < on) return before;
  return { on: appointmentOn, since: on, eventId, before };
}

function goalFacts({ ended }: Programme, goal: Goal): Facts {
  const last = goal.reviews.at(-1);
  const reviewOn = reviewOnOf(goal);
  if (reviewOn === undefined) return {};
  const since = last ?? goal;
  return {
    reviewDue: { on: reviewOn, since: since.on, eventId: since.eventId },
    reviewed: last && !isOpenGoal(goal) ? plain(last) : undefined,
    ended: plain(ended),
  };
}

const plain = (done: Done | undefined): Fact | undefined => done && { on: done.on, eventId: done.eventId };

const earliest = (all: readonly Done[]): Fact | undefined =>
  plain(all.reduce<Done | undefined>((first, one) => (first && first.on <= one.on ? first : one), undefined));
