// Decisions on discussing with adult services, as the person's rows hold them (TRN-43).
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../../processing/statements.js';
import { discussWithAdultServices } from '../../young-people/domain/events.js';
import type { ConsentEntry } from '../domain/consent.js';

interface ConsentRow {
  readonly event_id: string;
  readonly recipient: string;
  readonly decision: ConsentEntry['decision'];
  readonly decided_by: string;
  readonly from_on: CivilDate;
  readonly to_on: CivilDate;
}

/** In order of the day; for one recipient, or for all. */
export const consentsOf = (db: Statements, personId: string, recipient?: string): ConsentEntry[] =>
  db
    .all<ConsentRow>(
      'SELECT event_id, recipient, decision, decided_by, from_on, to_on FROM person_consent WHERE person_id = ? AND purpose = ? ' +
        'AND (? IS NULL OR recipient = ?) AND from_on < to_on ORDER BY from_on',
      personId,
      discussWithAdultServices,
      recipient ?? null,
      recipient ?? null,
    )
    .map(({ event_id, decided_by, from_on, to_on, ...row }) => ({
      ...row,
      eventId: event_id,
      on: from_on,
      decidedBy: decided_by,
      until: to_on,
    }));

/** Every adult service with which anybody was asked to let CAMHS discuss them: codes, no names. */
export const adultServicesAsked = (db: Statements): string[] =>
  db
    .all<{ recipient: string }>(
      'SELECT DISTINCT recipient FROM person_consent WHERE purpose = ? ORDER BY recipient',
      discussWithAdultServices,
    )
    .map(({ recipient }) => recipient);
