// What the rows of young people tell a transition: birth, death, and from when to when there was a named worker.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../../engine/processing/statements.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import type { AboutPerson } from './domain/facts.js';

interface PersonRow {
  readonly id: string;
  readonly birth_date: CivilDate | null;
  readonly birth_event: string;
  readonly died_on: CivilDate | null;
  readonly send_needs: number;
  readonly send_since: CivilDate | null;
  readonly send_event: string | null;
  readonly send_denied_on: CivilDate | null;
}

interface WorkerRow {
  readonly person_id: string;
  readonly from_on: CivilDate;
  readonly to_on: CivilDate;
  readonly assignment_id: string;
}

const among = 'IN (SELECT value FROM json_each(?))';

/** Two questions for a whole list, however long it is. Nobody is left out of the answer. */
export function aboutPeople(db: Statements, personIds: readonly string[]): Map<string, AboutPerson> {
  const ids = JSON.stringify(personIds);
  const people = db.all<PersonRow>(
    `SELECT id, birth_date, birth_event, died_on, send_needs, send_since, send_event, send_denied_on FROM young_person WHERE id ${among}`,
    ids,
  );
  const workers = db.all<WorkerRow>(
    `SELECT person_id, from_on, to_on, assignment_id FROM named_worker
     WHERE person_id ${among} AND role = 'named-worker' AND from_on < to_on ORDER BY person_id, from_on`,
    ids,
  );
  return new Map(
    personIds.map((personId) => {
      const person = people.find(({ id }) => id === personId);
      const own = workers.filter((worker) => worker.person_id === personId);
      return [personId, told(person, own[0], own[own.length - 1])] as const;
    }),
  );
}

const told = (
  person: PersonRow | undefined,
  first: WorkerRow | undefined,
  last: WorkerRow | undefined,
): AboutPerson => ({
  diedOn: person?.died_on ?? undefined,
  birthDate: person?.birth_date == null ? undefined : { on: person.birth_date, eventId: person.birth_event },
  send: person && sendOf(person),
  namedWorkerFrom: first && { on: first.from_on, eventId: first.assignment_id },
  namedWorkerUntil: last && last.to_on !== never ? { on: last.to_on, eventId: last.assignment_id } : undefined,
});

const sendOf = ({ send_needs, send_since, send_event, send_denied_on }: PersonRow): AboutPerson['send'] => ({
  needs: send_needs === 1,
  since: send_since === null ? undefined : { on: send_since, eventId: send_event ?? '' },
  deniedOn: send_denied_on ?? undefined,
});
