// The rows of waits: one a wait as it is known now, and its clocks on both times (when it ran, and when that was on record).
import { caseProjection, type Beside, type RowsOf } from '../../engine/processing/case-projection.js';
import type { Projection } from '../../engine/processing/projection.js';
import type { RowOf } from '../../engine/processing/table.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { touchedCases } from '../../engine/person/touched-cases.js';
import { afterDeath, deathNow, deathsOf, knownWithDeaths, type Death } from './after-death.js';
import { urgencies } from './domain/codes.js';
import { deadlineSubjects } from './domain/facts.js';
import { knownWait, type KnownWait } from './domain/knowledge.js';
import { higherSpans } from './domain/risk.js';
import { endedOn, lastRun, type Run, type Wait } from './domain/state.js';
import { lastOf } from './domain/blocks.js';
import { waitEntries, waitTally, type CountedWait } from './list-tally.js';
import { peopleWaiting } from './people-waiting.js';
import { waitTables, type WaitTables } from './tables.js';

/** A death ends a wait; so does its correction, and its withdrawal gives the place on the list back. */
const alsoTouchedBy = touchedCases(['YoungPersonDied', 'FactCorrected', 'FactWithdrawn'], {
  all: 'SELECT id FROM wait_case',
  ofPerson: 'SELECT id FROM wait_case WHERE person_id = ?',
});

export const waitProjection: Projection = caseProjection(knownWait, {
  name: 'wait',
  version: 15,
  tables: waitTables,
  counts: [waitTally.count, peopleWaiting],
  ofPerson: true,
  around: ({ wait: { personId = '' } }, db): readonly Death[] => deathsOf(db, personId),
  deadlines: (id, { wait }) =>
    wait.personId !== undefined && wait.received
      ? { pathway: 'waiting', personId: wait.personId, subjects: deadlineSubjects(id, wait) }
      : undefined,
  rows: rowsOf,
  alsoTouchedBy,
});

/** What is known of the wait on both times, with the deaths of the child. */
function rowsOf(
  id: string,
  { wait, known: ofWait }: KnownWait,
  { around: deaths, choices, revision }: Beside<readonly Death[]>,
): RowsOf<WaitTables> | undefined {
  const { personId, received } = wait;
  if (personId === undefined || !received) return undefined;
  const known = knownWithDeaths(ofWait, deaths);
  const start = lastRun(wait)?.start;
  const since = ofWait.find(({ runs }) => runs[runs.length - 1]?.start === start);
  const dates = { receivedOn: wait.runs[0]?.start ?? received.on, knownFrom: since?.from ?? received.on };
  const after = afterDeath(wait, deathNow(deaths));
  const ended = after.endedOn ?? endedOn(after.wait) ?? never;
  const inList = counted(wait, known[known.length - 1]?.runs ?? [], dates.receivedOn, ended);
  return {
    wait_case: [caseRow(id, personId, wait, { ...dates, revision, ended })],
    wait_clock: known.flatMap(({ from, runs }, index) =>
      runs.map((run, ordinal) => ({
        ...clockRow(id, personId, wait, run),
        ...{ recorded_from: from, recorded_to: known[index + 1]?.from ?? never, ordinal },
      })),
    ),
    wait_segment: Object.entries(wait.segments).map(([segment, { on }]) => ({ case_id: id, segment, reached_on: on })),
    wait_risk: higherSpans(wait).map(({ from, to }) => {
      return { case_id: id, person_id: personId, from_on: from, to_on: to ?? never };
    }),
    ...waitTally.rows(id, waitEntries(inList, choices)),
  };
}

/** The same as stands in the rows, as it is known now. */
const counted = (wait: Wait, runs: readonly Run[], receivedOn: string, ended: string): CountedWait => ({
  pathway: wait.pathway,
  service: wait.service,
  provider: wait.provider,
  clocks: runs.map(({ start, end }) => [start, end?.on ?? (never as CivilDate)] as const),
  receivedOn: receivedOn as CivilDate,
  endedOn: ended as CivilDate,
  validatedOn: wait.validated?.on,
  firstContactOn: wait.firstContact?.on,
  segments: Object.entries(wait.segments).map(([segment, { on }]) => ({ segment, on })),
});

/** Of the wait as it is known now. */
interface Beyond {
  readonly receivedOn: string;
  readonly knownFrom: string;
  readonly revision: number;
  readonly ended: string;
}

function caseRow(
  id: string,
  personId: string,
  wait: Wait,
  { receivedOn, knownFrom, revision, ended }: Beyond,
): RowOf<WaitTables['wait_case']> {
  const { pathway, service, provider, firstContact, segments, removed, urgency, missed, validated } = wait;
  const run = lastRun(wait);
  const stopped = run?.end && run.end.how !== 'nullified' && run.end.eventId !== removed?.eventId;
  return {
    ...{
      id,
      person_id: personId,
      pathway,
      service,
      provider,
      received_on: receivedOn,
      clock_start_known_from: knownFrom,
    },
    clock_start: run?.start ?? receivedOn,
    appointment_on: awaited(wait),
    first_contact_on: firstContact?.on,
    assessed_on: segments.assessment?.on ?? firstContact?.on ?? never,
    clock_stopped_on: stopped ? run?.end?.on : undefined,
    ...{ removed_on: removed?.on, removal_reason: removed?.reason },
    ...{ urgency, urgency_rank: urgencies.indexOf(urgency), missed, validated_on: validated?.on },
    ...{ last_contact_on: lastOf(wait.contacts)?.on, ended_on: ended, revision },
  };
}

const clockRow = (id: string, personId: string, { pathway, service, provider }: Wait, run: Run) => ({
  ...{ case_id: id, person_id: personId, pathway, service, provider },
  ...{ clock_start: run.start, clock_end: run.end?.on ?? never, started_by: run.startedBy, ended_by: run.end?.how },
});

/** The appointment that is to come, or whose day passed with nobody saying what happened: one that was missed is answered (WAIT-03). */
function awaited({ booked, missedOn }: Wait): string | undefined {
  const on = booked?.appointmentOn;
  return on !== undefined && missedOn !== undefined && missedOn >= on ? undefined : on;
}
