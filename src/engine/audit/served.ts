// What the server brings of the audit: what can be done and asked, and the pages.
import type { Served } from '../use-cases/served.js';
import { ExportHistoryController } from './exports/export-history.js';
import { BundleDownload } from './pages/bundle.page.js';
import { BundlePage } from './pages/bundle.page.js';
import { HistoryPages } from './pages/history.page.js';
import { ThenPage } from './pages/then.page.js';
import { ViewsPage } from './pages/views.page.js';
import { auditUseCases } from './use-cases.js';

export const served: Served = {
  offers: [auditUseCases],
  pages: [ExportHistoryController, HistoryPages, ThenPage, ViewsPage, BundlePage, BundleDownload],
};
