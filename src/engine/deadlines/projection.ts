// What the worklist's projection makes: the table of deadlines with its rules, the marks of a higher risk, and the count of open tasks.
import type { Projection } from '../processing/projection.js';
import { deadlineRow, deadlineRule, deadlines, insertRules, taskCount } from './deadline-table.js';
import { waitRisk } from './risk-higher.js';

/** Its rows are written by the projections of the cases that have deadlines. */
export const worklistProjection: Projection = {
  name: 'worklist',
  version: 10,
  tables: [deadlineRule, deadlineRow, deadlines, waitRisk],
  counts: [taskCount],
  firstRows: insertRules,
  apply: () => undefined,
};
