// How many people each named worker holds: kept, so that naming the officers reads officers and not people.
import { keptCount, movedBy } from '../../engine/processing/kept-count.js';
import { never } from '../../engine/deadlines/deadline-table.js';

/** Of assignments that have no end yet. A worker whose name was written in two ways stands in two rows. */
export const workerCount = keptCount(
  'worker_count',
  { role: 'text', worker_id: 'text', name: 'text' },
  'people',
  (where) => `SELECT w.role, w.worker_id, coalesce(w.name, ''), count(*) FROM named_worker w
    WHERE w.to_on = '${never}' ${where} GROUP BY 1, 2, 3`,
  { published: true },
);

export const workersMoved = movedBy(workerCount, 'person_id', 'w.person_id');
