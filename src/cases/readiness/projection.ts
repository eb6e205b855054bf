// The rows of readiness programmes: each a function of the folded state and of the young person's birth date.
import { casesToReckonAnew } from '../../engine/settings/projection.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import type { YoungPersonFact } from '../../engine/person/domain/events.js';
import { toldOf } from '../../engine/person/person-then.js';
import { caseProjection, type RowsOf } from '../../engine/processing/case-projection.js';
import type { Projection } from '../../engine/processing/projection.js';
import type { Statements } from '../../engine/processing/statements.js';
import { birthday, type CivilDate } from '../../kernel/calendar/index.js';
import type { Envelope } from '../../store/codec.js';
import { deadlineSubjects, type AboutPerson } from './domain/facts.js';
import { readinessKind } from './domain/readiness-kind.js';
import { openHelp, plannedTransfer, stageOn, type Done, type Programme } from './domain/state.js';
import { readinessTables, type ReadinessTables } from './tables.js';

export const readinessProjection: Projection = caseProjection(readinessKind, {
  name: 'readiness',
  version: 1,
  tables: readinessTables,
  ofPerson: true,
  around: ({ started }, db): AboutPerson => (started ? aboutPerson(db, started.personId) : {}),
  deadlines: (id, state, person) =>
    state.started && {
      pathway: 'readiness',
      personId: state.started.personId,
      subjects: deadlineSubjects(id, state, person),
    },
  rows: (id, state, { around }) => rowsOf(id, state, around),
  alsoTouchedBy,
});

function rowsOf(id: string, state: Programme, { birthDate }: AboutPerson): RowsOf<ReadinessTables> | undefined {
  const { started, transferred, ended, visits, submissions } = state;
  if (!started) return undefined;
  const stage = state.stages.at(-1);
  const open = openHelp(state);
  const alone = visits.find(({ seenAlone }) => seenAlone !== 'none');
  const own = submissions.findLast(({ voice, on }) => voice === 'young-person' && on >= (stage?.on ?? started.on));
  const planned = transferred?.on ?? plannedTransfer(state)?.transferOn;
  return {
    readiness_programme: [
      {
        id,
        person_id: started.personId,
        service: started.service,
        organisation: started.organisation,
        pack: started.pack,
        started_on: started.on,
        stage: stageOn(state) ?? 'ready',
        worker: state.worker,
        birth_date: birthDate?.on,
        transfer_on: planned ?? (birthDate && birthday(birthDate.on, 18)),
        next_on: nextOn(state),
        help_open: open.length,
        help_oldest: open.map(({ on }) => on).sort()[0],
        seen_alone_on: alone?.on ?? never,
        adult_met_on: first(state.adultServicesMet)?.on ?? never,
        own_sent_on: own?.on ?? never,
        transferred_on: transferred?.on ?? never,
        transferred_to: transferred?.organisation,
        ended_on: ended?.on ?? never,
      },
    ],
  };
}

/** Agreed and not yet come: whether it is ahead, the day that is asked for says. */
function nextOn({ appointments, visits }: Programme): CivilDate | undefined {
  const agreed = appointments.at(-1);
  const came = visits.at(-1);
  return agreed && !(came && came.on >= agreed.appointmentOn) ? agreed.appointmentOn : undefined;
}

const first = <T extends Done>(all: readonly T[]): T | undefined => all[0];

/** A corrected birth date moves the ages; a death ends what anybody is asked to do. */
const touching: ReadonlySet<string> = new Set<YoungPersonFact['type']>([
  'YoungPersonDetailsCorrected',
  'YoungPersonDied',
  'FactCorrected',
  'FactWithdrawn',
  'YoungPersonForgotten',
]);

function alsoTouchedBy(event: Envelope, db: Statements): readonly string[] {
  const personId = toldOf(event);
  if (personId === undefined || !touching.has(event.type))
    return casesToReckonAnew(event, db, 'SELECT id FROM readiness_programme');
  return db.all<{ id: string }>('SELECT id FROM readiness_programme WHERE person_id = ?', personId).map(({ id }) => id);
}

/** From the rows of young people, whose projection takes a page before this one. */
function aboutPerson(db: Statements, personId: string): AboutPerson {
  const sql = 'SELECT birth_date AS "on", birth_event AS eventId FROM young_person WHERE id = ?';
  const born = db.get<{ on: CivilDate | null; eventId: string }>(sql, personId);
  return born?.on == null ? {} : { birthDate: { on: born.on, eventId: born.eventId } };
}
