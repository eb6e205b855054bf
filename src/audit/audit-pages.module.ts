// Nest wiring of the auditor's pages.
import { Module } from '@nestjs/common';
import { HistoryPages } from './pages/history.page.js';
import { ThenPage } from './pages/then.page.js';

@Module({ controllers: [HistoryPages, ThenPage] })
export class AuditPagesModule {}
