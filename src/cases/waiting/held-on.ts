// Who holds a wait on a day: the service that the young person waits for.
import type { HeldOn } from '../../engine/processing/slice.js';
import type { Pathway } from './domain/codes.js';
import { heldBy } from './domain/pathway-rules.js';

export const waitsHeldOn: HeldOn = (db, personId, day) =>
  db
    .all<{ caseId: string; pathway: Pathway }>(
      `SELECT id AS caseId, pathway FROM wait_case WHERE person_id = ?1 AND received_on <= ?2 AND ended_on > ?2 ORDER BY id`,
      personId,
      day,
    )
    .map(({ caseId, pathway }) => ({ caseId, role: heldBy(pathway) }));
