// The young person as they are on record before the row: somebody new is not there yet, and is taken as the row has them.
import type { Journal } from '../../../store/journal.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { History } from '../../../kernel/history.js';
import { youngPersonEvents, type YoungPersonFact } from '../../../engine/person/domain/events.js';
import type { YoungPerson } from '../../../engine/person/domain/state.js';
import { PersonReader } from '../../../cases/young-person/profile/person-reader.js';
import { youngPerson } from '../../../cases/young-person/young-person.js';
import type { PersonRow } from '../people/person-row.js';

interface Before {
  readonly history: History<YoungPerson, YoungPersonFact>;
  readonly birthDate: CivilDate;
}

/** The birth date on record decides: a file never changes it (REC-23). */
export async function personBefore(journal: Journal, personId: string, row: PersonRow): Promise<Before> {
  const { history, state } = await journal.load(youngPerson, personId);
  if (state.registeredOn === undefined) return { history: asInRow(row), birthDate: row.birthDate };
  const { profile } = await new PersonReader(journal).read(personId);
  return { history, birthDate: profile.details.birthDate ?? row.birthDate };
}

function asInRow({ identifiers: _, corrects: __, ...details }: PersonRow): Before['history'] {
  const registered = youngPersonEvents.registered.fact(details.birthDate, details);
  return new History(youngPerson).take({ ...registered, id: 'in-the-row', recordedAt: '' });
}
