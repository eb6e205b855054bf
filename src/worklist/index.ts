// The worklist's part in the whole: the table of deadlines that every slice writes to.
import type { Slice } from '../processing/slice.js';
import { calendarEvents } from './calendar/feed-events.js';
import { deadlineTable, insertRules } from './deadline-table.js';

export const worklistSlice: Slice = {
  name: 'worklist',
  events: calendarEvents,
  cases: [],
  projections: [
    { name: 'worklist', version: 3, tables: deadlineTable, firstRows: insertRules, apply: () => undefined },
  ],
};
