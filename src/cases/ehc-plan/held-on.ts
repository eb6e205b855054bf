// Who holds an EHC plan on a day: the officers of the authority, while the plan is there.
import type { HeldCase, HeldOn } from '../../engine/processing/slice.js';

export const plansHeldOn: HeldOn = (db, personId, day) =>
  db.all<HeldCase>(
    `SELECT id AS caseId, 'send-caseworker' AS role FROM ehc_plan
     WHERE person_id = ?1 AND held_from <= ?2 AND ended_on > ?2 ORDER BY id`,
    personId,
    day,
  );
