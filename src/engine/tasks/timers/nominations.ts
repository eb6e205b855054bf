// Where a timer may have something to do, as the read models have it: cases with a date near, tasks whose date may be gone.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import type { ReadSide } from '../../processing/read-side.js';
import { confirmDeath } from '../../processing/process-managers/said-to-have-died.js';
import type { Statements } from '../../processing/statements.js';
import { never, openTask } from '../../deadlines/deadline-table.js';
import { onHold } from '../../deadlines/nothing-asked.js';
import type { TaskPathway } from '../domain/codes.js';
import { timerRules } from './timer-rules.js';

export interface Nomination {
  readonly pathway: TaskPathway;
  readonly caseId: string;
  /** What there was to see: the same again needs no second look on the same day, if the case is the same. */
  readonly seen: string;
}

interface Found {
  readonly pathway: TaskPathway;
  readonly caseId: string;
  readonly what: string;
}

const openRow = openTask('d.');

/** Cases with an open date within a rule's days that has no task yet, or one that was withdrawn or settled by what stands no more. */
const nearSql = `SELECT DISTINCT d.pathway, d.case_id AS caseId, d.scope || ' ' || d.key || ' ' || d.due_on AS what FROM deadline_row d
  WHERE d.pathway = ? AND d.key = ? AND d.due_on BETWEEN ? AND ? AND d.scope = ? AND ${openRow} AND (? = '' OR d.trigger_fact = ?)
    AND NOT EXISTS (SELECT 1 FROM young_person p WHERE p.id = d.person_id AND p.died_on IS NOT NULL) AND NOT ${onHold('d.person_id', '?')}
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.case_id = d.case_id AND t.kind = ? AND t.deadline_key = d.key
      AND t.deadline_scope = d.scope AND t.deadline_due = d.due_on AND (t.closed_on = '${never}' OR t.how = 'person'))`;

/** Cases with an open task about a date that does not hold any more, or that was met. What is about no one case is looked after elsewhere. */
const goneSql = `SELECT t.pathway, t.case_id AS caseId, t.id AS what FROM task t
  WHERE t.closed_on = '${never}' AND t.deadline_key IS NOT NULL AND t.kind <> 'term-lists-due'
    AND NOT EXISTS (SELECT 1 FROM deadline_row d WHERE d.case_id = t.case_id AND d.key = t.deadline_key
      AND d.scope = t.deadline_scope AND d.due_on = t.deadline_due AND ${openRow})`;

/** Cases with an open task of whatever kind about somebody who has died. */
const diedSql = `SELECT t.pathway, t.case_id AS caseId, t.id AS what FROM task t JOIN young_person p ON p.id = t.person_id
  WHERE t.closed_on = '${never}' AND p.died_on IS NOT NULL`;

/** Cases with an open task, of whatever other kind, about somebody who is said to have died: everything else about them waits (REC-11). */
const heldSql = `SELECT t.pathway, t.case_id AS caseId, t.id AS what FROM task t
  WHERE t.closed_on = '${never}' AND t.kind <> '${confirmDeath}' AND ${onHold('t.person_id', '?')}`;

/** Cases of the living with a task that went because they were thought dead: no other task without a date ends so. */
const backSql = `SELECT t.pathway, t.case_id AS caseId, 'back ' || t.id AS what FROM task t JOIN young_person p ON p.id = t.person_id
  WHERE t.how = 'case-ended' AND t.deadline_key IS NULL AND p.died_on IS NULL AND NOT ${onHold('t.person_id', '?')}`;

/** Cases that say a death which was confirmed once, and which nobody died: they are asked again. */
const deniedSql = `SELECT t.pathway, t.case_id AS caseId, 'denied ' || t.id AS what FROM task t JOIN young_person p ON p.id = t.person_id
  WHERE t.kind = '${confirmDeath}' AND t.how = 'fact' AND p.died_on IS NULL AND p.forgotten_on IS NULL`;

/**
 * Each case once. A row that lags behind nominates for nothing, and does no harm. Between two questions whoever asked for a page has a turn:
 * in a large area each takes a while, and the rows are asked for anew because a rebuild may have switched them.
 */
export async function nominations(rows: Pick<ReadSide, 'db'>, today: CivilDate): Promise<Nomination[]> {
  const found = new Map<string, Nomination>();
  const add = ({ pathway, caseId, what }: Found) =>
    found.set(caseId, { pathway, caseId, seen: `${found.get(caseId)?.seen ?? ''} ${what}` });
  for (const { kind, pathway, scope, key, from, to, triggeredBy = '' } of timerRules) {
    const within = [addDays(today, from), addDays(today, to)] as const;
    rows.db.all<Found>(nearSql, pathway, key, ...within, scope, triggeredBy, triggeredBy, today, kind).forEach(add);
    await nextTurn();
  }
  for (const [sql, ...days] of [[goneSql], [diedSql], [heldSql, today], [backSql, today], [deniedSql]] as const) {
    rows.db.all<Found>(sql, ...days).forEach(add);
    await nextTurn();
  }
  return [...found.values()];
}

/** Tasks of a case that went with a death. */
export const tasksGoneWithDeath = (db: Statements, caseId: string): readonly string[] =>
  db
    .all<{ id: string }>(
      `SELECT id FROM task t WHERE t.case_id = ? AND t.how = 'case-ended' AND t.deadline_key IS NULL ORDER BY id`,
      caseId,
    )
    .map(({ id }) => id);

/** Whether the case ever said that they died. */
export const everSaidDeath = (db: Statements, caseId: string): boolean =>
  db.get(`SELECT 1 AS said FROM task WHERE case_id = ? AND kind = '${confirmDeath}'`, caseId) !== undefined;

/** The open tasks of a case. */
export const openTasksOf = (db: Statements, caseId: string): readonly string[] =>
  db
    .all<{ id: string }>(`SELECT id FROM task t WHERE t.case_id = ? AND t.closed_on = '${never}' ORDER BY id`, caseId)
    .map(({ id }) => id);
