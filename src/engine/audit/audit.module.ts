// Nest wiring of the audit.
import { Module } from '@nestjs/common';
import { ExportHistoryController, ExportHistoryHandler } from './exports/export-history.js';
import { FindCaseController, FindCaseHandler } from './queries/find-case.js';
import { GetHistoryController, GetHistoryHandler } from './queries/get-history.js';
import { GetStateController, GetStateHandler } from './queries/get-state.js';
import { ListExportsController, ListExportsHandler } from './queries/list-exports.js';
import { ReplayStepController, ReplayStepHandler } from './queries/replay-step.js';
import { ListViewsController, ListViewsHandler } from './views/list-views.js';

@Module({
  controllers: [
    ExportHistoryController,
    ListExportsController,
    FindCaseController,
    GetHistoryController,
    GetStateController,
    ReplayStepController,
    ListViewsController,
  ],
  providers: [
    ExportHistoryHandler,
    ListExportsHandler,
    FindCaseHandler,
    GetHistoryHandler,
    GetStateHandler,
    ReplayStepHandler,
    ListViewsHandler,
  ],
})
export class AuditModule {}
