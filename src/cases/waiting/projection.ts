// The rows of waits: one a wait as it is known now, and its clocks on both times (when it ran, and when that was on record).
import type { Envelope } from '../../store/codec.js';
import { parseStream } from '../../kernel/decider.js';
import { choicesIn } from '../../engine/settings/setting-table.js';
import { casesToReckonAnew } from '../../engine/settings/projection.js';
import { caseProjection } from '../../engine/processing/case-projection.js';
import type { Cells } from '../../engine/processing/case-table.js';
import type { Statements } from '../../engine/processing/statements.js';
import { fillTally, keepTurns } from '../../engine/processing/tally.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { never, replaceDeadlines } from '../../engine/deadlines/deadline-table.js';
import { isForgotten } from '../../engine/deadlines/nothing-asked.js';
import type { YoungPersonFact } from '../../engine/person/domain/events.js';
import { afterDeath, deathNow, deathsOf, knownWithDeaths } from './after-death.js';
import { urgencies } from './domain/codes.js';
import { deadlineSubjects } from './domain/facts.js';
import { knownWait, type KnownWait } from './domain/knowledge.js';
import { higherSpans } from './domain/risk.js';
import { endedOn, lastRun, type Run, type Wait } from './domain/state.js';
import { lastOf } from './domain/blocks.js';
import { waitTally, waitTurns, type CountedWait } from './list-turns.js';
import { fillPeople, keepPeople } from './people-waiting.js';
import { waitTables } from './tables.js';

export const waitProjection = caseProjection(knownWait, {
  name: 'wait',
  version: 12,
  tables: waitTables,
  lastRows: (db) => db.database.exec(`${fillTally(waitTally)}\n${fillPeople}`),
  write,
  alsoTouchedBy,
  ofPerson: { isForgotten, erase },
});

/** A death ends a wait; so does its correction, and its withdrawal gives the place on the list back. */
const touching: ReadonlySet<string> = new Set<YoungPersonFact['type']>([
  'YoungPersonDied',
  'FactCorrected',
  'FactWithdrawn',
]);

function alsoTouchedBy(event: Envelope, db: Statements): readonly string[] {
  const { type, stream } = event;
  if (!touching.has(type)) return casesToReckonAnew(event, db, 'SELECT id FROM wait_case');
  const sql = 'SELECT id FROM wait_case WHERE person_id = ?';
  return db.all<{ id: string }>(sql, parseStream(stream).id).map(({ id }) => id);
}

function write(id: string, { wait, known: ofWait }: KnownWait, db: Statements, revision: number): void {
  const { personId, received } = wait;
  if (personId === undefined || !received) return;
  const deaths = deathsOf(db, personId);
  const known = knownWithDeaths(ofWait, deaths);
  const start = lastRun(wait)?.start;
  const since = ofWait.find(({ runs }) => runs[runs.length - 1]?.start === start);
  const dates = { receivedOn: wait.runs[0]?.start ?? received.on, knownFrom: since?.from ?? received.on };
  const after = afterDeath(wait, deathNow(deaths));
  const ended = after.endedOn ?? endedOn(after.wait) ?? never;
  const row = caseRow(id, personId, wait, { ...dates, revision, ended });
  const clocks = known.flatMap(({ from, runs }, index) =>
    runs.map((run, at) => clockRow(id, personId, wait, run, [from, known[index + 1]?.from ?? never, at])),
  );
  const before = db.filling
    ? undefined
    : db.get<{ person_id: string }>('SELECT person_id FROM wait_case WHERE id = ?', id);
  keepPeople(db, [...new Set([personId, before?.person_id ?? personId])], () => {
    db.replace('wait_case', id, [row]);
    db.replace('wait_clock', id, clocks);
  });
  const inList = counted(wait, known[known.length - 1]?.runs ?? [], dates.receivedOn, ended);
  keepTurns(db, waitTally, id, waitTurns(inList, choicesIn(db)));
  const reached = Object.entries(wait.segments).map(([segment, { on }]) => [id, segment, on]);
  db.replace('wait_segment', id, reached);
  const risks = higherSpans(wait).map(({ from, to }) => [id, personId, from, to ?? never]);
  db.replace('wait_risk', id, risks);
  replaceDeadlines(db, { pathway: 'waiting', caseId: id, personId }, deadlineSubjects(id, wait));
}

function erase(id: string, db: Statements, personId: string): void {
  keepPeople(db, [personId], () => {
    for (const table of ['wait_case', 'wait_clock']) db.replace(table, id, []);
  });
  for (const table of ['wait_segment', 'wait_risk']) db.replace(table, id, []);
  keepTurns(db, waitTally, id, []);
  replaceDeadlines(db, { pathway: 'waiting', caseId: id, personId }, []);
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

interface Beside {
  readonly receivedOn: string;
  readonly knownFrom: string;
  readonly revision: number;
  readonly ended: string;
}

function caseRow(id: string, personId: string, wait: Wait, { receivedOn, knownFrom, revision, ended }: Beside): Cells {
  const run = lastRun(wait);
  return [
    id,
    personId,
    wait.pathway,
    wait.service,
    wait.provider,
    receivedOn,
    knownFrom,
    run?.start ?? receivedOn,
    awaited(wait) ?? null,
    wait.firstContact?.on ?? null,
    wait.segments.assessment?.on ?? wait.firstContact?.on ?? never,
    run?.end && run.end.how !== 'nullified' && run.end.eventId !== wait.removed?.eventId ? run.end.on : null,
    wait.removed?.on ?? null,
    wait.removed?.reason ?? null,
    wait.urgency,
    urgencies.indexOf(wait.urgency),
    wait.missed,
    wait.validated?.on ?? null,
    lastOf(wait.contacts)?.on ?? null,
    ended,
    revision,
  ];
}

function clockRow(id: string, personId: string, wait: Wait, run: Run, recorded: [string, string, number]): Cells {
  const { pathway, service, provider } = wait;
  const end = run.end?.on ?? never;
  return [id, personId, pathway, service, provider, run.start, end, run.startedBy, run.end?.how ?? null, ...recorded];
}

/** The appointment that is to come, or whose day passed with nobody saying what happened: one that was missed is answered (WAIT-03). */
function awaited({ booked, missedOn }: Wait): string | undefined {
  const on = booked?.appointmentOn;
  return on !== undefined && missedOn !== undefined && missedOn >= on ? undefined : on;
}
