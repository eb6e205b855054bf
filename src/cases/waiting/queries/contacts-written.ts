// The contacts and concerns that whoever asks recorded themselves, in every wait of one young person: query, handler and route (WAIT-45).
import { question } from '../../../engine/use-cases/question.js';
import { Journal } from '../../../store/journal.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { contactsIn, ContactsOfWait, newestFirst, type ContactOfWait } from './wait-contacts.js';

/** Of a wait in which they wrote nothing they do not learn that it is there. */
export const askContactsWritten = question({
  name: 'AskContactsWritten',
  get: 'api/v1/young-people/:personId/contacts-written',
  section: 'Waiting',
  tells: 'The contacts while waiting and the concerns that you recorded, with their notes',
  rules: ['WAIT-45', 'WAIT-47'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because:
      'WAIT-45: whoever recorded a contact or a concern reads again what they wrote themselves, and nothing else',
  },
  answers: ContactsOfWait,
  uses: [Journal, ReadSide],
  answer: async ({ at: { personId }, asked: { actor, asOf } }, journal, readSide): Promise<ContactsOfWait> => {
    const waits = readSide.db.all<{ id: string }>('SELECT id FROM wait_case WHERE person_id = ? ORDER BY id', personId);
    const items: ContactOfWait[] = [];
    for (const { id } of waits) items.push(...(await contactsIn(journal, id, asOf, actor.id)).items);
    return { personId, items: newestFirst(items) };
  },
  shows: (_, { at: { personId } }) => [personId],
});
