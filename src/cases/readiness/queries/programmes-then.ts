// How programmes stood at the end of a day, in SQL over `readiness_programme c`, the day being `?1`: every column that has its own day tells it.

import { goneOf } from '../../../engine/deadlines/nothing-asked.js';

/** Where they were. */
export const stageThen = "CASE WHEN c.go_on <= ?1 THEN 'go' WHEN c.steady_on <= ?1 THEN 'steady' ELSE 'ready' END";

/** The day on which that stage was entered. */
export const stageEnteredThen =
  'CASE WHEN c.go_on <= ?1 THEN c.go_on WHEN c.steady_on <= ?1 THEN c.steady_on ELSE c.ready_on END';

/** Where the ages have them at least; nothing before the first band. */
export const leastByAgeThen =
  "CASE WHEN c.go_by_age <= ?1 THEN 'go' WHEN c.steady_by_age <= ?1 THEN 'steady' WHEN c.ready_by_age <= ?1 THEN 'ready' END";

export const openHelpThen =
  '(SELECT count(*) FROM readiness_help h WHERE h.case_id = c.id AND h.asked_on <= ?1 AND h.addressed_on > ?1)';

export const oldestHelpThen =
  '(SELECT min(h.asked_on) FROM readiness_help h WHERE h.case_id = c.id AND h.asked_on <= ?1 AND h.addressed_on > ?1)';

/** The next one that was agreed by then: as it was agreed last, which is what `nextAppointment` says of a programme. */
export const nextThen =
  '(SELECT a.on_date FROM readiness_appointment a WHERE a.case_id = c.id AND a.agreed_on <= ?1 AND a.on_date >= ?1 ' +
  'ORDER BY a.nth DESC LIMIT 1)';

/** They have sent their own sheet of the stage that they were in. */
export const ownSentThen = `EXISTS (SELECT 1 FROM readiness_sent s WHERE s.case_id = c.id AND s.stage = ${stageThen} AND s.on_date <= ?1 AND s.on_date >= ${stageEnteredThen})`;

/** In the programme; of whoever died or was forgotten nothing is looked for. */
export const runningThen = `c.started_on <= ?1 AND c.ended_on > ?1 AND NOT ${goneOf('c.person_id', '?1')}`;
const beforeTransfer = 'c.transferred_on > ?1';

/** Whose worker somebody is, and where help is theirs to give: `?` is who they are, twice. */
export const theirsThen = `(c.worker = ? OR EXISTS (SELECT 1 FROM readiness_help h
  WHERE h.case_id = c.id AND h.asked_on <= ?1 AND h.addressed_on > ?1 AND h.owner = ?))`;

/** What the clinic looks for, each as a condition. */
export const lookFor = {
  behind: `${beforeTransfer} AND ((c.go_by_age <= ?1 AND c.go_on > ?1) OR (c.steady_by_age <= ?1 AND c.steady_on > ?1 AND c.go_on > ?1))`,
  questionnaire: `${beforeTransfer} AND NOT ${ownSentThen}`,
  // RSG-07: what was asked for in an earlier stage is looked at again in this one.
  recheck: `EXISTS (SELECT 1 FROM readiness_help h WHERE h.case_id = c.id AND h.asked_on < ${stageEnteredThen} AND h.asked_on <= ?1
    AND h.addressed_on > ?1 AND NOT EXISTS (SELECT 1 FROM readiness_help_look l WHERE l.case_id = h.case_id AND l.help_id = h.help_id
    AND l.on_date >= ${stageEnteredThen} AND l.on_date <= ?1))`,
  help: 'EXISTS (SELECT 1 FROM readiness_help h WHERE h.case_id = c.id AND h.asked_on <= ?1 AND h.addressed_on > ?1)',
  introduction: `${beforeTransfer} AND c.adult_met_on > ?1 AND (c.go_on <= ?1 OR c.introduction_due_on <= ?1)`,
  'seen-alone': `${beforeTransfer} AND c.seen_alone_on > ?1 AND c.seen_alone_by <= ?1`,
  'not-introduced': `${beforeTransfer} AND c.introduced_on > ?1 AND c.introduced_by <= ?1`,
  camhs: `${beforeTransfer} AND c.camhs_noted_on > ?1 AND c.adult_met_on > ?1 AND EXISTS (SELECT 1 FROM transition_case x
    WHERE x.person_id = c.person_id AND x.opened_on <= ?1 AND x.open_until > ?1)`,
  hello: 'c.transferred_on <= ?1 AND c.hello_on > ?1',
  'no-appointment': `${beforeTransfer} AND ${nextThen} IS NULL`,
} as const;
export type LookedFor = keyof typeof lookFor;
export const looks = Object.keys(lookFor) as readonly LookedFor[];
