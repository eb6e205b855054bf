// Nest wiring of the audit.
import { Module } from '@nestjs/common';
import { GetHistoryController, GetHistoryHandler } from './queries/get-history.js';
import { GetStateController, GetStateHandler } from './queries/get-state.js';

@Module({ controllers: [GetHistoryController, GetStateController], providers: [GetHistoryHandler, GetStateHandler] })
export class AuditModule {}
