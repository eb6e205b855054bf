// Who holds a transition on a day: CAMHS until it has closed the case, then the service that received it (TRN-01a).
import type { HeldCase, HeldOn } from '../../engine/processing/slice.js';

export const transitionsHeldOn: HeldOn = (db, personId, day) =>
  db.all<HeldCase>(
    `SELECT id AS caseId, CASE WHEN closed_on > ?2 THEN 'camhs-clinician' ELSE 'adult-clinician' END AS role FROM transition_case
     WHERE person_id = ?1 AND opened_on <= ?2
       AND (closed_on > ?2 OR (min(adult_opened_on, handed_over_on) <= ?2 AND discharged_on > ?2)) ORDER BY id`,
    personId,
    day,
  );
