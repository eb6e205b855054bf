// What the server brings of the worklist: what can be done and asked, and the pages.
import type { Served } from '../use-cases/served.js';
import { CalendarPage } from './calendar/calendar.page.js';
import { CalendarFeedController } from './calendar/feed.controller.js';
import { SetAsidePage } from './pages/set-aside.page.js';
import { WhyPage } from './pages/why.page.js';
import { WorklistPage } from './pages/worklist.page.js';
import { worklistUseCases } from './use-cases.js';

export const served: Served = {
  offers: [worklistUseCases],
  pages: [WhyPage, SetAsidePage, WorklistPage, CalendarPage, CalendarFeedController],
};
