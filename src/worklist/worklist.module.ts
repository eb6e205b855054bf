// Nest wiring of the worklist.
import { Module } from '@nestjs/common';
import { CountWorklistController, CountWorklistHandler } from './queries/count-worklist.js';
import { ExplainDeadlineController, ExplainDeadlineHandler } from './queries/explain-deadline.js';
import { GetWorklistController, GetWorklistHandler } from './queries/get-worklist.js';
import { ListDepartedController, ListDepartedHandler } from './queries/list-departed.js';

@Module({
  controllers: [CountWorklistController, GetWorklistController, ExplainDeadlineController, ListDepartedController],
  providers: [CountWorklistHandler, GetWorklistHandler, ExplainDeadlineHandler, ListDepartedHandler],
})
export class WorklistModule {}
