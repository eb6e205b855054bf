// How programmes stood at the end of a day, in SQL over `readiness_programme c` beside `t.day`: every column that has its own day tells it.

/** Where they were. */
export const stageThen =
  "CASE WHEN c.go_on <= t.day THEN 'go' WHEN c.steady_on <= t.day THEN 'steady' ELSE 'ready' END";

/** The day on which that stage was entered. */
export const stageEnteredThen =
  'CASE WHEN c.go_on <= t.day THEN c.go_on WHEN c.steady_on <= t.day THEN c.steady_on ELSE c.ready_on END';

/** Where the ages have them at least; nothing before the first band. */
export const leastByAgeThen =
  "CASE WHEN c.go_by_age <= t.day THEN 'go' WHEN c.steady_by_age <= t.day THEN 'steady' WHEN c.ready_by_age <= t.day THEN 'ready' END";

export const openHelpThen =
  '(SELECT count(*) FROM readiness_help h WHERE h.case_id = c.id AND h.asked_on <= t.day AND h.addressed_on > t.day)';

export const oldestHelpThen =
  '(SELECT min(h.asked_on) FROM readiness_help h WHERE h.case_id = c.id AND h.asked_on <= t.day AND h.addressed_on > t.day)';

/** The next one that was agreed by then: as it was agreed last. */
export const nextThen =
  '(SELECT a.on_date FROM readiness_appointment a WHERE a.case_id = c.id AND a.agreed_on <= t.day AND a.on_date >= t.day ' +
  'ORDER BY a.agreed_on DESC, a.on_date LIMIT 1)';

/** They have sent their own sheet of the stage that they were in. */
export const ownSentThen = `EXISTS (SELECT 1 FROM readiness_sent s WHERE s.case_id = c.id AND s.on_date <= t.day AND s.on_date >= ${stageEnteredThen})`;

/** In the programme, and not yet moved to the adult service. */
export const runningThen = 'c.started_on <= t.day AND c.ended_on > t.day';
const beforeTransfer = 'c.transferred_on > t.day';

/** What the clinic looks for, each as a condition. */
export const lookFor = {
  behind: `${beforeTransfer} AND ((c.go_by_age <= t.day AND c.go_on > t.day) OR (c.steady_by_age <= t.day AND c.steady_on > t.day AND c.go_on > t.day))`,
  questionnaire: `${beforeTransfer} AND NOT ${ownSentThen}`,
  help: 'c.id IN (SELECT h.case_id FROM readiness_help h WHERE h.asked_on <= t.day AND h.addressed_on > t.day)',
  introduction: `${beforeTransfer} AND c.adult_met_on > t.day AND (c.go_on <= t.day OR c.introduction_due_on <= t.day)`,
  'seen-alone': `${beforeTransfer} AND c.seen_alone_on > t.day AND c.sixteen_on <= t.day`,
  'not-introduced': `${beforeTransfer} AND c.introduced_on > t.day AND c.introduced_by <= t.day`,
  'no-appointment': `${beforeTransfer} AND ${nextThen} IS NULL`,
} as const;
export type LookedFor = keyof typeof lookFor;
export const looks = Object.keys(lookFor) as readonly LookedFor[];
