// Nest wiring of the worklist.
import { Module } from '@nestjs/common';
import { GetCalendarFeedController, GetCalendarFeedHandler } from './calendar/get-feed.js';
import { MakeCalendarFeedController, MakeCalendarFeedHandler } from './calendar/make-feed.js';
import { RevokeCalendarFeedController, RevokeCalendarFeedHandler } from './calendar/revoke-feed.js';
import { CountWorklistController, CountWorklistHandler } from './queries/count-worklist.js';
import { ExplainDeadlineController, ExplainDeadlineHandler } from './queries/explain-deadline.js';
import { GetWorklistController, GetWorklistHandler } from './queries/get-worklist.js';
import { ListSetAsideController, ListSetAsideHandler } from './queries/list-set-aside.js';
import { ListDepartedController, ListDepartedHandler } from './queries/list-departed.js';

@Module({
  controllers: [
    GetCalendarFeedController,
    MakeCalendarFeedController,
    RevokeCalendarFeedController,
    CountWorklistController,
    GetWorklistController,
    ExplainDeadlineController,
    ListDepartedController,
    ListSetAsideController,
  ],
  providers: [
    GetCalendarFeedHandler,
    MakeCalendarFeedHandler,
    RevokeCalendarFeedHandler,
    CountWorklistHandler,
    GetWorklistHandler,
    ExplainDeadlineHandler,
    ListDepartedHandler,
    ListSetAsideHandler,
  ],
})
export class WorklistModule {}
