// Nest wiring of the worklist.
import { Module } from '@nestjs/common';
import { ExplainDeadlineController, ExplainDeadlineHandler } from './queries/explain-deadline.js';
import { GetWorklistController, GetWorklistHandler } from './queries/get-worklist.js';
import { ListDepartedController, ListDepartedHandler } from './queries/list-departed.js';

@Module({
  controllers: [GetWorklistController, ExplainDeadlineController, ListDepartedController],
  providers: [GetWorklistHandler, ExplainDeadlineHandler, ListDepartedHandler],
})
export class WorklistModule {}
