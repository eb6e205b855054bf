// The young person as they are on record before the row: in a dry run somebody new is not there yet, and is taken as the row has them.
import type { Journal } from '../../../store/journal.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { initial, type YoungPerson } from '../../../engine/person/domain/state.js';
import { PersonReader } from '../../../cases/young-person/profile/person-reader.js';
import type { PersonRow } from '../people/person-row.js';

interface Before {
  readonly person: YoungPerson;
  readonly birthDate: CivilDate;
}

/** The birth date on record decides: a file never changes it (REC-23). */
export async function personBefore(
  journal: Journal,
  personId: string,
  { birthDate, sendStatus }: PersonRow,
): Promise<Before> {
  try {
    const { profile } = await new PersonReader(journal).read(personId);
    return { person: profile.core, birthDate: profile.details.birthDate ?? birthDate };
  } catch (error) {
    if (!isOnwardError(error, 'not-found')) throw error;
    const person = {
      ...initial,
      registeredOn: birthDate,
      sendStatuses: [{ status: sendStatus, on: birthDate, eventId: '' }],
    };
    return { person, birthDate };
  }
}
