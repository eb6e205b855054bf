// The read model of transitions: every row a function of the folded state and of the person's own rows.
import { caseProjection } from '../../engine/processing/case-projection.js';
import { keepingFacts } from '../../engine/processing/keeping-facts.js';
import type { Projection } from '../../engine/processing/projection.js';
import type { Statements } from '../../engine/processing/statements.js';
import { touchedCases } from '../../engine/person/touched-cases.js';
import { aboutPeople } from './about-people.js';
import { transitionKind } from './domain/transition-kind.js';
import { deadlineSubjects, type AboutPerson } from './domain/facts.js';
import { registerTally } from './register-tally.js';
import { transitionRows } from './rows.js';
import { transitionTables } from './tables.js';

export const projectionName = 'transition';

/** A corrected birth date moves the gates, a named worker meets TRN-24, a SEND status asks for Year 9 and 14, a death ends what anybody is asked to do. */
const alsoTouchedBy = touchedCases(
  [
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
  ],
  {
    all: 'SELECT id FROM transition_case',
    ofPerson: 'SELECT id FROM transition_case WHERE person_id = ?',
  },
);

export const transitionProjection: Projection = caseProjection(keepingFacts(transitionKind), {
  name: projectionName,
  version: 16,
  tables: transitionTables,
  counts: [registerTally.count],
  ofPerson: true,
  around: ({ now: { opened } }, db): AboutPerson => (opened ? aboutPerson(db, opened.personId) : {}),
  deadlines: (id, { now: state }, person) =>
    state.opened && {
      pathway: 'transition',
      personId: state.opened.personId,
      subjects: deadlineSubjects(id, state, person),
    },
  rows: (id, { now: state }, { around }) => state.opened && transitionRows(id, state, state.opened, around),
  alsoTouchedBy,
});

/** From the rows of young people, whose projection takes a page before this one. */
export const aboutPerson = (db: Statements, personId: string): AboutPerson =>
  aboutPeople(db, [personId]).get(personId) ?? {};
