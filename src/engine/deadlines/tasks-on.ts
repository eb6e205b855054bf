// In SQL: the tasks that are open on a day, as rows of `pathway, key, due_on, begun, tasks` to be summed: what every count of deadlines asks.
import { never, openTask, stillAsked, taskThen } from './deadline-table.js';
import { confirmDeath } from '../processing/process-managers/said-to-have-died.js';
import { gone, goneForGood, goneOf, nothingAskedOf, onHold } from './nothing-asked.js';

export interface WhoseTasks {
  /** The day is today or later: nothing is recorded beyond it. */
  readonly now: boolean;
  /** Only of the people whom the worker `?2` holds on the day. */
  readonly ofWorker?: boolean;
}

const columns = 'd.pathway, d.key, d.due_on';
const held =
  'd.person_id IN (SELECT w.person_id FROM named_worker w WHERE w.worker_id = ?2 AND w.from_on <= ?1 AND w.to_on > ?1)';

/**
 * The counts know no day. What holds, was begun or lost its person only after the day, and what is not asked any more, is put right row by row, by indexes of the few whose
 * dates lie ahead. `INDEXED BY`: whatever the database thinks of the numbers, each of the parts after the first reads those and no others.
 */
const counted = `
  SELECT pathway, key, due_on, begun, tasks FROM task_count
  UNION ALL SELECT ${columns}, d.began_on < '${never}', -1 FROM deadline_row d INDEXED BY deadline_open_from
    WHERE ${openTask('d.')} AND d.valid_from > ?1 AND NOT ${goneForGood('d.person_id')}
  UNION ALL SELECT ${columns}, was.begun, was.tasks FROM deadline_row d INDEXED BY deadline_open_begun
    CROSS JOIN (SELECT 1 AS begun, -1 AS tasks UNION ALL SELECT 0, 1) was
    WHERE ${openTask('d.')} AND d.began_on < '${never}' AND d.began_on > ?1 AND d.valid_from <= ?1 AND NOT ${goneForGood('d.person_id')}
  UNION ALL SELECT ${columns}, d.began_on <= ?1, 1 FROM young_person p
    CROSS JOIN deadline_row d INDEXED BY deadline_open_person ON d.person_id = p.id
    WHERE (p.died_on IS NOT NULL OR p.forgotten_on IS NOT NULL) AND p.died_on > ?1 AND p.forgotten_on IS NULL
      AND ${openTask('d.')} AND d.valid_from <= ?1
  UNION ALL SELECT ${columns}, d.began_on <= ?1, -1 FROM deadline_row d INDEXED BY deadline_open_lapses
    WHERE ${openTask('d.')} AND d.lapses_on < '${never}' AND d.lapses_on <= ?1 AND d.valid_from <= ?1
      AND NOT ${nothingAskedOf('d.person_id', '?1')}
  UNION ALL SELECT ${columns}, d.began_on <= ?1, -1 FROM deadline_row d INDEXED BY deadline_open_person
    WHERE ${onHold('d.person_id', '?1')} AND d.key <> '${confirmDeath}' AND ${openTask('d.')} AND d.valid_from <= ?1
      AND NOT ${goneOf('d.person_id', '?1')}`;

const notHeld = `(d.key = '${confirmDeath}' OR NOT ${onHold('d.person_id', '?1')})`;

/** `?1` is the day. */
export function tasksOn({ now, ofWorker = false }: WhoseTasks): string {
  if (now && !ofWorker) return `(${counted})`;
  const index = now ? 'deadline_open_person' : 'deadline_person';
  const asked = ofWorker
    ? `${held} AND NOT ${goneOf('d.person_id', '?1')} AND ${notHeld}`
    : `NOT ${gone('d.person_id', '?1')} AND ${notHeld}`;
  return `(SELECT ${columns}, d.began_on <= ?1 AS begun, 1 AS tasks FROM deadline_row d ${ofWorker ? `INDEXED BY ${index}` : ''}
    WHERE ${now ? openTask('d.') : taskThen('d.', '?1')} AND d.valid_from <= ?1 AND ${stillAsked('d.', '?1')} AND ${asked})`;
}
