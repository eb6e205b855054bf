// Nest wiring of the auditor's pages.
import { Module } from '@nestjs/common';
import { BundleDownload, BundlePage } from './pages/bundle.page.js';
import { HistoryPages } from './pages/history.page.js';
import { ThenPage } from './pages/then.page.js';
import { ViewsPage } from './pages/views.page.js';

@Module({ controllers: [HistoryPages, ThenPage, ViewsPage, BundlePage, BundleDownload] })
export class AuditPagesModule {}
