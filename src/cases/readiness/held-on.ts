// Who holds a programme on a day: the clinic, and from the transfer on nobody here but what is left to do.
import type { HeldCase, HeldOn } from '../../engine/processing/slice.js';

export const programmesHeldOn: HeldOn = (db, personId, day) =>
  db.all<HeldCase & Record<string, string>>(
    `SELECT id AS caseId, 'specialist-nurse' AS role FROM readiness_programme
     WHERE person_id = ?1 AND started_on <= ?2 AND ended_on > ?2 ORDER BY id`,
    personId,
    day,
  );
