// Nest wiring of the worklist.
import { Module } from '@nestjs/common';
import { ExplainDeadlineController, ExplainDeadlineHandler } from './queries/explain-deadline.js';
import { GetWorklistController, GetWorklistHandler } from './queries/get-worklist.js';

@Module({
  controllers: [GetWorklistController, ExplainDeadlineController],
  providers: [GetWorklistHandler, ExplainDeadlineHandler],
})
export class WorklistModule {}
