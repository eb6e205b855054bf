// What a row says of a programme beyond what is on record: a command for each column, so that a refusal names it.
import type { Programme } from '../../../cases/readiness/domain/state.js';
import type { ReadinessCommand } from '../../../cases/readiness/readiness.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Oddity } from '../lists/oddity.js';
import type { Said } from '../lists/rehearse.js';
import type { ReadinessRow } from './readiness-row.js';

/** What the loader looked up beside the row. */
export interface Known {
  readonly personId: string;
  readonly transitionId?: string;
  readonly today: CivilDate;
}

type Says = (Said<ReadinessCommand> | false | undefined)[];

export function readinessFromRow(row: ReadinessRow, state: Programme, known: Known): Said<ReadinessCommand>[] {
  // What a file says of a programme that ended here adds nothing: it is taken up again by a person.
  if (state.ended) return [];
  const all: Says = [
    ...begun(row, state, known),
    ...along(row, state),
    ...ahead(row, state, known),
    ...after(row, state),
  ];
  return all.filter((one): one is Said<ReadinessCommand> => one !== false && one !== undefined);
}

/** Whoever stands in the clinic's list has what RSG-01 asks for: the list is of nobody else. */
function begun(row: ReadinessRow, { started }: Programme, { personId, transitionId }: Known): Says {
  const { startedOn: on, service, organisation, entersAt, worker, transferPlanned: plannedTransferOn } = row;
  const { birthDate } = row.person;
  const said = { on, personId, service, organisation, entersAt, worker, plannedTransferOn, birthDate, transitionId };
  return [
    !started && {
      field: 'started',
      command: { type: 'Start', ...said, longTermCondition: true, likelyAdultServices: true, bands: 'slides' },
    },
  ];
}

function along(
  { steadyOn, goOn, lastVisit, seenAlone, introducedOn, adultService = '' }: ReadinessRow,
  state: Programme,
): Says {
  const entered = (stage: 'steady' | 'go') => state.stages.some((one) => one.stage === stage);
  const past = (stage: 'steady') => state.stages.some((one) => one.stage === 'go') || entered(stage);
  const judgedBy = ['clinic'] as const;
  return [
    steadyOn !== undefined &&
      !past('steady') && {
        field: 'steady_on',
        command: { type: 'EnterStage', on: steadyOn, stage: 'steady', judgedBy },
      },
    goOn !== undefined &&
      !entered('go') && { field: 'go_on', command: { type: 'EnterStage', on: goOn, stage: 'go', judgedBy } },
    lastVisit !== undefined &&
      seenAlone !== undefined &&
      !state.visits.some(({ on }) => on === lastVisit) && {
        field: 'last_visit',
        command: { type: 'RecordVisit', on: lastVisit, seenAlone, tookPart: 'present' },
      },
    introducedOn !== undefined &&
      !state.adultServicesMet.some(({ on, organisation }) => on === introducedOn && organisation === adultService) && {
        field: 'introduced_on',
        command: { type: 'MeetAdultService', on: introducedOn, organisation: adultService },
      },
  ];
}

/** Agreed by the day of the load at the latest, and by that of the end: the list does not say when. */
function ahead(
  { transferPlanned, nextAppointment, transferredOn, endedOn, endedReason }: ReadinessRow,
  state: Programme,
  { today }: Known,
): Says {
  const on = endedOn !== undefined && endedReason !== undefined && endedOn < today ? endedOn : today;
  const planned = state.transfersPlanned.at(-1)?.transferOn;
  const isKnown = state.appointments.some(({ appointmentOn }) => appointmentOn === nextAppointment);
  return [
    state.started !== undefined &&
      transferPlanned !== undefined &&
      transferPlanned !== planned &&
      transferredOn === undefined &&
      !state.transferred && {
        field: 'transfer_planned',
        command: { type: 'PlanTransfer', on, transferOn: transferPlanned },
      },
    nextAppointment !== undefined &&
      nextAppointment >= today &&
      !isKnown && {
        field: 'next_appointment',
        command: { type: 'MakeAppointment', on, appointmentOn: nextAppointment },
      },
  ];
}

function after({ transferredOn, adultService = '', endedOn, endedReason }: ReadinessRow, state: Programme): Says {
  return [
    transferredOn !== undefined &&
      !state.transferred && {
        field: 'transferred_on',
        command: { type: 'Transfer', on: transferredOn, organisation: adultService },
      },
    endedOn !== undefined &&
      endedReason !== undefined && { field: 'ended_on', command: { type: 'End', on: endedOn, reason: endedReason } },
  ];
}

/** What is pointed out and not taken, before the row is recorded. */
export function readinessOddities(row: ReadinessRow, state: Programme, today: CivilDate): Oddity[] {
  const { lastVisit, seenAlone, nextAppointment, transferPlanned, endedOn, endedReason, startedOn } = row;
  const { started, ended, transferred, visits, appointments } = state;
  // Known here, or followed by a visit: nobody has to look at it.
  const visited = [
    ...visits.map(({ on }) => on),
    ...(lastVisit !== undefined && seenAlone !== undefined ? [lastVisit] : []),
  ];
  const isPast = (day: CivilDate) =>
    day < today && !appointments.some(({ appointmentOn }) => appointmentOn === day) && !visited.some((on) => on >= day);
  const found: (Oddity | false | undefined)[] = [
    lastVisit !== undefined &&
      seenAlone === undefined &&
      !visits.some(({ on }) => on === lastVisit) && {
        field: 'seen_alone',
        message:
          'Is blank: the visit is not recorded, because nothing says how much of it they were seen alone (RSG-08).',
      },
    nextAppointment !== undefined &&
      isPast(nextAppointment) && {
        field: 'next_appointment',
        message: 'Has passed, and no visit is on record since: nothing is recorded of it.',
      },
    endedOn !== undefined &&
      endedReason === undefined &&
      !ended && { field: 'ended_reason', message: 'Is blank: the programme stays open.' },
    started !== undefined &&
      started.on !== startedOn && {
        field: 'started',
        message: `This programme began on ${started.on} here; the list says otherwise. Correct it here if the list is right.`,
      },
    transferred !== undefined &&
      transferPlanned !== undefined &&
      transferPlanned > transferred.on && { field: 'transfer_planned', message: 'They have moved already.' },
    ended !== undefined &&
      endedOn === undefined && {
        field: 'ended_on',
        message: 'Is blank, and the programme ended here: nothing is added.',
      },
  ];
  return found.filter((one): one is Oddity => one !== false && one !== undefined);
}
