// Nest wiring of the worklist's pages.
import { Module } from '@nestjs/common';
import { CalendarPage } from './calendar/calendar.page.js';
import { CalendarFeedController } from './calendar/feed.controller.js';
import { SetAsidePage } from './pages/set-aside.page.js';
import { WhyPage } from './pages/why.page.js';
import { WorklistPage } from './pages/worklist.page.js';

@Module({ controllers: [WhyPage, SetAsidePage, WorklistPage, CalendarPage, CalendarFeedController] })
export class WorklistPagesModule {}
