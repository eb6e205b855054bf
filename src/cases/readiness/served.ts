// What the server brings of readiness: what can be done and asked, and the pages.
import type { Served } from '../../engine/use-cases/served.js';
import { BeginReadinessPage } from './pages/begin.page.js';
import { SheetsNow } from './own-form/sheets-now.js';
import { ReadinessFiguresPage } from './pages/figures.page.js';
import { ReadinessListPage } from './pages/list.page.js';
import { PassportPage } from './pages/passport.page.js';
import { ReadinessPage } from './pages/programme.page.js';
import { RecordReadinessPage } from './pages/record.page.js';
import { SummaryPage } from './pages/summary.page.js';
import { readinessUseCases } from './use-cases.js';

export const served: Served = {
  offers: [readinessUseCases],
  pages: [
    ReadinessListPage,
    ReadinessFiguresPage,
    RecordReadinessPage,
    PassportPage,
    SummaryPage,
    ReadinessPage,
    BeginReadinessPage,
  ],
  providers: [SheetsNow],
};
