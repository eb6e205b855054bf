// Which tasks a role may see: adult services only those of cases that they may know of (TRN-44), and only what is theirs to do.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Actor } from '../../../kernel/envelope.js';
import type { Statements, Value } from '../../processing/statements.js';
import { visibleTo } from '../../person/visible-to.js';

interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** For a query over `task t`. Pathways are the access table's business. */
export function visibleTasks(actor: Actor, today: CivilDate): Condition {
  if (actor.role !== 'adult-clinician') return { sql: '1 = 1', values: [] };
  const { sql, values } = visibleTo(actor, today);
  return {
    sql: `(t.role = ? AND EXISTS (SELECT 1 FROM transition_case c WHERE c.id = t.case_id AND ${sql}))`,
    values: [actor.role, ...values],
  };
}

export function seesTask(db: Statements, actor: Actor, caseId: string, today: CivilDate): boolean {
  if (actor.role !== 'adult-clinician') return true;
  const { sql, values } = visibleTo(actor, today);
  const found = db.get<{ seen: number }>(
    `SELECT ${sql} AS seen FROM transition_case c WHERE c.id = ?`,
    ...values,
    caseId,
  );
  return found?.seen === 1;
}
