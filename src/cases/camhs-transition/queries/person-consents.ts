// Decisions on discussing with adult services, as the person's rows hold them (TRN-43).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import type { ConsentEntry, JudgedEntry } from '../domain/consent.js';

interface ConsentRow {
  readonly person_id: string;
  readonly event_id: string;
  readonly recipient: string;
  readonly decision: ConsentEntry['decision'];
  readonly decided_by: string;
  readonly from_on: CivilDate;
  readonly to_on: CivilDate;
}

const columns = 'person_id, event_id, recipient, decision, decided_by, from_on, to_on';

const entryOf = ({ event_id, decided_by, from_on, to_on, recipient, decision }: ConsentRow): JudgedEntry => ({
  recipient,
  decision,
  eventId: event_id,
  on: from_on,
  decidedBy: decided_by,
  until: to_on,
});

/** In order of the day; for all recipients. */
export const consentsOf = (db: Statements, personId: string): JudgedEntry[] =>
  db
    .all<ConsentRow>(
      `SELECT ${columns} FROM person_consent WHERE person_id = ? AND purpose = ? AND from_on < to_on ORDER BY from_on`,
      personId,
      discussWithAdultServices,
    )
    .map(entryOf);

/** The same of all the people of a list at once, for one recipient. */
export function consentsOfAll(
  db: Statements,
  personIds: readonly string[],
  recipient: string,
): ReadonlyMap<string, readonly JudgedEntry[]> {
  const found = new Map<string, JudgedEntry[]>();
  const rows = db.all<ConsentRow>(
    `SELECT ${columns} FROM person_consent WHERE person_id IN (SELECT value FROM json_each(?)) AND purpose = ?
       AND recipient = ? AND from_on < to_on ORDER BY from_on`,
    JSON.stringify(personIds),
    discussWithAdultServices,
    recipient,
  );
  for (const row of rows) found.set(row.person_id, [...(found.get(row.person_id) ?? []), entryOf(row)]);
  return found;
}

/** Every adult service with which anybody was asked to let CAMHS discuss them: codes, no names. From one to the next through the index. */
export const adultServicesAsked = (db: Statements): string[] =>
  db
    .all<{ recipient: string }>(
      `WITH RECURSIVE one(recipient) AS (
         SELECT min(recipient) FROM person_consent
         UNION ALL SELECT (SELECT min(k.recipient) FROM person_consent k WHERE k.recipient > one.recipient) FROM one WHERE recipient IS NOT NULL
       )
       SELECT recipient FROM one WHERE recipient IS NOT NULL
         AND EXISTS (SELECT 1 FROM person_consent k WHERE k.recipient = one.recipient AND k.purpose = ?) ORDER BY recipient`,
      discussWithAdultServices,
    )
    .map(({ recipient }) => recipient);
