// In SQL: who holds how many people in a role on a day, as rows of `worker_id, name, people` to be summed.
import { never } from './deadline-table.js';

const columns = `w.worker_id, coalesce(w.name, '')`;

/**
 * `?1` is the day, `?2` the role. `now`: the day is today or later, and the counts of what has no end yet are put right by the few
 * assignments that begin or end only after it; of a day that is past, each assignment is looked at.
 */
export const holdersOn = (now: boolean): string =>
  now
    ? `(SELECT worker_id, name, people FROM worker_count WHERE role = ?2
       UNION ALL SELECT ${columns}, -1 FROM named_worker w INDEXED BY named_worker_begins
         WHERE w.role = ?2 AND w.to_on = '${never}' AND w.from_on > ?1
       UNION ALL SELECT ${columns}, 1 FROM named_worker w INDEXED BY named_worker_ends
         WHERE w.role = ?2 AND w.to_on < '${never}' AND w.to_on > ?1 AND w.from_on <= ?1)`
    : `(SELECT ${columns} AS name, 1 AS people FROM named_worker w WHERE w.role = ?2 AND w.from_on <= ?1 AND w.to_on > ?1)`;
