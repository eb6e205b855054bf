// Nest wiring of the audit.
import { Module } from '@nestjs/common';
import { ExportHistoryController } from './exports/export-history.js';
import { built } from '../use-cases/build.js';
import { auditUseCases } from './use-cases.js';

const made = built(auditUseCases);

@Module({
  controllers: [...made.controllers, ExportHistoryController],
  providers: made.providers,
})
export class AuditModule {}
