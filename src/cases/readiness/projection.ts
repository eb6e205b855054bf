// The rows of readiness programmes: each a function of the folded state and of the young person's birth date.
import { never, type DeadlineRow } from '../../engine/deadlines/deadline-table.js';
import { touchedCases } from '../../engine/person/touched-cases.js';
import { caseProjection, type Beside, type RowsOf } from '../../engine/processing/case-projection.js';
import type { Projection } from '../../engine/processing/projection.js';
import type { Statements } from '../../engine/processing/statements.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { stages, type Stage } from './domain/codes.js';
import { deadlineSubjects, isOwnSheet, type AboutPerson } from './domain/facts.js';
import { readinessKind } from './domain/readiness-kind.js';
import { ownerOf, workerOn, type Done, type Programme } from './domain/state.js';
import { leastStageFrom } from './pack.js';
import { readinessTables, type ReadinessTables } from './tables.js';

/** A corrected birth date moves the ages; a death ends what anybody is asked to do. */
const alsoTouchedBy = touchedCases(
  ['YoungPersonDetailsCorrected', 'YoungPersonDied', 'FactCorrected', 'FactWithdrawn', 'YoungPersonForgotten'],
  {
    all: 'SELECT id FROM readiness_programme',
    ofPerson: 'SELECT id FROM readiness_programme WHERE person_id = ?',
  },
);

export const readinessProjection: Projection = caseProjection(readinessKind, {
  name: 'readiness',
  version: 9,
  tables: readinessTables,
  ofPerson: true,
  around: ({ started }, db): AboutPerson => (started ? aboutPerson(db, started.personId) : {}),
  deadlines: (id, state, person) =>
    state.started && {
      pathway: 'readiness',
      personId: state.started.personId,
      subjects: deadlineSubjects(id, state, person),
    },
  rows: rowsOf,
  alsoTouchedBy,
});

/** What is due of an introduction, as it stands in the table of all deadlines. */
const introductionDue = (deadlines: readonly DeadlineRow[]): string =>
  deadlines.find(({ key, valid_to }) => key === 'introduction' && valid_to === never)?.due_on ?? never;

/** As the pack has it, also where it was given up since: on the days before that it was due. */
const lastDue = (deadlines: readonly DeadlineRow[], key: string): string | undefined =>
  deadlines
    .filter((one) => one.key === key)
    .sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
    .at(-1)?.due_on;

function rowsOf(
  id: string,
  state: Programme,
  { around: { birthDate }, deadlines }: Beside<AboutPerson>,
): RowsOf<ReadinessTables> | undefined {
  const { started, transferred, ended, visits, submissions, links } = state;
  if (!started) return undefined;
  const born = birthDate?.on;
  const entered = (stage: Stage) => state.stages.find((one) => one.stage === stage)?.on ?? never;
  const gates = born ? leastStageFrom(started, born) : undefined;
  return {
    readiness_programme: [
      {
        id,
        person_id: started.personId,
        service: started.service,
        organisation: started.organisation,
        worker: workerOn(state),
        started_on: started.on,
        ready_on: entered('ready'),
        steady_on: entered('steady'),
        go_on: entered('go'),
        ready_by_age: gates?.ready ?? never,
        steady_by_age: gates?.steady ?? never,
        go_by_age: gates?.go ?? never,
        // The rule is silent of whoever joined after its age: they are introduced when they join (RSG-01).
        introduced_by: lastDue(deadlines, 'introduced') ?? (born ? started.on : never),
        seen_alone_by: lastDue(deadlines, 'seenAlone') ?? never,
        introduced_on: firstOf([...visits, ...submissions, ...Object.values(links)]),
        seen_alone_on: firstOf(visits.filter(({ seenAlone }) => seenAlone !== 'none')),
        adult_met_on: firstOf(state.adultServicesMet),
        introduction_due_on: introductionDue(deadlines),
        camhs_noted_on: state.camhsTransition?.on ?? never,
        transferred_on: transferred?.on ?? never,
        transferred_to: transferred?.organisation,
        first_clinic_on: transferred?.firstClinicOn ?? never,
        hello_on: firstOf(submissions.filter(({ voice }) => voice === 'adult')),
        ended_on: ended?.on ?? never,
      },
    ],
    readiness_help: Object.values(state.helps).map((help) => {
      const { helpId, on, addressed } = help;
      const owner = ownerOf(state, help);
      return { case_id: id, help_id: helpId, asked_on: on, addressed_on: addressed?.on ?? never, owner };
    }),
    readiness_help_look: Object.values(state.helps).flatMap(({ helpId, rechecks }) =>
      distinct(rechecks).map((on) => ({ case_id: id, help_id: helpId, on_date: on })),
    ),
    readiness_sent: stages.flatMap((stage) =>
      distinct(submissions.filter((one) => isOwnSheet(one, stage))).map((on) => ({ case_id: id, stage, on_date: on })),
    ),
    readiness_appointment: state.appointments.map(({ appointmentOn, on }, nth) => {
      return { case_id: id, nth, on_date: appointmentOn, agreed_on: on };
    }),
    readiness_link: Object.values(state.links).map(({ tokenHash, linkId }) => ({
      ...{ token_hash: tokenHash, programme_id: id, link_id: linkId },
    })),
  };
}

const firstOf = (all: readonly Done[]): string => all.map(({ on }) => on).sort()[0] ?? never;

const distinct = (all: readonly Done[]): string[] => [...new Set(all.map(({ on }) => on))];

/** From the rows of young people, whose projection takes a page before this one. */
function aboutPerson(db: Statements, personId: string): AboutPerson {
  const sql = 'SELECT birth_date AS "on", birth_event AS eventId FROM young_person WHERE id = ?';
  const born = db.get<{ on: CivilDate | null; eventId: string }>(sql, personId);
  return born?.on == null ? {} : { birthDate: { on: born.on, eventId: born.eventId } };
}
