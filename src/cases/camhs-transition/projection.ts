// The read model of transitions: every row a function of the folded state and of the person's own rows.
import type { Envelope } from '../../store/codec.js';
import { parseStream } from '../../kernel/decider.js';
import { casesToReckonAnew } from '../../engine/settings/projection.js';
import { caseProjection } from '../../engine/processing/case-projection.js';
import type { Projection } from '../../engine/processing/projection.js';
import type { Statements } from '../../engine/processing/statements.js';
import { fillTally, keepTurns } from '../../engine/processing/tally.js';
import { replaceDeadlines } from '../../engine/deadlines/deadline-table.js';
import { isForgotten } from '../../engine/deadlines/nothing-asked.js';
import type { YoungPersonFact } from '../../engine/person/domain/events.js';
import { aboutPeople } from './about-people.js';
import { transitionKind } from './domain/transition-kind.js';
import type { TransitionFact } from './domain/events.js';
import { deadlineSubjects, type AboutPerson } from './domain/facts.js';
import type { Transition } from './domain/state.js';
import { registerTally } from './register-turns.js';
import {
  appointmentRows,
  caseRow,
  interfaceRows,
  itemRows,
  past18Rows,
  receivedRows,
  registerTurns,
  stepRows,
} from './rows.js';
import { transitionTables } from './tables.js';

export const projectionName = 'transition';

export const transitionProjection: Projection = caseProjection<Transition, TransitionFact>(transitionKind, {
  name: projectionName,
  version: 11,
  tables: transitionTables,
  lastRows: (db) => db.database.exec(fillTally(registerTally)),
  write,
  alsoTouchedBy,
  ofPerson: { isForgotten, erase },
});

function write(id: string, state: Transition, db: Statements): void {
  const { opened } = state;
  if (!opened) return;
  const person = aboutPerson(db, opened.personId);
  db.replace('transition_case', id, [caseRow(id, state, opened, person)]);
  keepTurns(db, registerTally, id, registerTurns(state, opened, person));
  db.replace('transition_step', id, stepRows(id, state, opened));
  db.replace('transition_interface', id, interfaceRows(id, state));
  db.replace('transition_received', id, receivedRows(id, state));
  db.replace('transition_past18', id, past18Rows(id, state));
  db.replace('handover_item', id, itemRows(id, state));
  db.replace('adult_appointment', id, appointmentRows(id, state));
  const of = { pathway: 'transition', caseId: id, personId: opened.personId };
  replaceDeadlines(db, of, deadlineSubjects(id, state, person));
}

const caseTables = [
  'transition_case',
  'transition_step',
  'transition_interface',
  'transition_received',
  'transition_past18',
  'handover_item',
  'adult_appointment',
] as const;

function erase(id: string, db: Statements, personId: string): void {
  for (const table of caseTables) db.replace(table, id, []);
  keepTurns(db, registerTally, id, []);
  replaceDeadlines(db, { pathway: 'transition', caseId: id, personId }, []);
}

/** A corrected birth date moves the gates, a named worker meets TRN-24, a SEND status asks for Year 9 and 14, a death ends what anybody is asked to do. */
const touching: ReadonlySet<string> = new Set<YoungPersonFact['type']>([
  'YoungPersonDetailsCorrected',
  'NamedWorkerAssigned',
  'SendStatusRecorded',
  'EhcPlanKnown',
  'EhcPlanGone',
  'NamedWorkerEnded',
  'YoungPersonDied',
  'FactCorrected',
  'FactWithdrawn',
  'YoungPersonForgotten',
]);

function alsoTouchedBy(event: Envelope, db: Statements): readonly string[] {
  const { type, stream } = event;
  if (!touching.has(type)) return casesToReckonAnew(event, db, 'SELECT id FROM transition_case');
  const { id } = parseStream(stream);
  return db.all<{ id: string }>('SELECT id FROM transition_case WHERE person_id = ?', id).map((row) => row.id);
}

/** From the rows of young people, whose projection takes a page before this one. */
export const aboutPerson = (db: Statements, personId: string): AboutPerson =>
  aboutPeople(db, [personId]).get(personId) ?? {};
