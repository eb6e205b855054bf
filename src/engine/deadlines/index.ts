// The worklist's part in the whole: the table of deadlines that every slice writes to.
import type { Slice } from '../processing/slice.js';
import { paths } from '../web/paths.js';
import { calendarEvents } from './calendar/feed-events.js';
import { worklistProjection } from './projection.js';

export const worklistSlice: Slice = {
  name: 'worklist',
  events: calendarEvents,
  cases: [],
  navigation: [
    {
      ...{ text: 'All pathways', href: paths.worklist(), place: 40, needs: 'GetWorklist' },
      roles: ['manager', 'auditor', 'camhs-clinician', 'specialist-nurse'],
    },
    { text: 'Your calendar', href: paths.calendar.mine(), place: 170, needs: 'GetCalendarFeed' },
  ],
  projections: [worklistProjection],
  served: () => import('./served.js'),
};
