// Nest wiring of the audit.
import { Module } from '@nestjs/common';
import { FindCaseController, FindCaseHandler } from './queries/find-case.js';
import { GetHistoryController, GetHistoryHandler } from './queries/get-history.js';
import { GetStateController, GetStateHandler } from './queries/get-state.js';
import { ReplayStepController, ReplayStepHandler } from './queries/replay-step.js';

@Module({
  controllers: [FindCaseController, GetHistoryController, GetStateController, ReplayStepController],
  providers: [FindCaseHandler, GetHistoryHandler, GetStateHandler, ReplayStepHandler],
})
export class AuditModule {}
