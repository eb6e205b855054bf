// The tables of the worklist, with what keeps its counts.
import { deadlineTable } from './deadline-table.js';
import { riskTable } from './risk-higher.js';
import { taskCountTable, taskTriggers } from './task-counts.js';

export const worklistTables = `${deadlineTable}${riskTable}\n${taskCountTable}\n${taskTriggers}`;
