// What can be done and asked here, one value each.
import type { Offers } from '../use-cases/offers.js';
import { getCalendarFeed } from './calendar/get-feed.js';
import { makeCalendarFeed } from './calendar/make-feed.js';
import { revokeCalendarFeed } from './calendar/revoke-feed.js';
import { countWorklist } from './queries/count-worklist.js';
import { explainDeadline } from './queries/explain-deadline.js';
import { getWorklist } from './queries/get-worklist.js';
import { listDeparted } from './queries/list-departed.js';
import { listSetAside } from './queries/list-set-aside.js';

export const worklistUseCases: Offers = {
  useCases: [makeCalendarFeed, revokeCalendarFeed],
  questions: [countWorklist, explainDeadline, getCalendarFeed, getWorklist, listDeparted, listSetAside],
};
