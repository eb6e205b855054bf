// What the server brings of EHC plans: what can be done and asked, and the pages.
import type { Served } from '../../engine/use-cases/served.js';
import { AbsencesPage } from './pages/absences.page.js';
import { BeginPlanPage } from './pages/begin.page.js';
import { PlanFactsPage } from './pages/facts.page.js';
import { LandingPage } from './pages/landing.page.js';
import { PhaseTransfersFile } from './pages/phase-transfers.page.js';
import { PhaseTransfersPage } from './pages/phase-transfers.page.js';
import { EhcPlanPage } from './pages/plan.page.js';
import { RecordPlanPage } from './pages/record-plan.page.js';
import { RecordTermListPage } from './pages/record-term-list.page.js';
import { RecordReviewPage } from './pages/record.page.js';
import { ReviewPage } from './pages/review.page.js';
import { Reviews } from './pages/reviews.js';
import { TermListPage } from './pages/term-list.page.js';
import { TermListFile } from './pages/term-list.page.js';
import { TermListsPage } from './pages/term-lists.page.js';
import { ReviewWorklistFile } from './pages/worklist-file.js';
import { ReviewWorklistPage } from './pages/worklist.page.js';
import { ehcUseCases } from './use-cases.js';

export const served: Served = {
  offers: [ehcUseCases],
  pages: [
    AbsencesPage,
    BeginPlanPage,
    LandingPage,
    EhcPlanPage,
    PlanFactsPage,
    RecordPlanPage,
    RecordReviewPage,
    ReviewPage,
    ReviewWorklistPage,
    PhaseTransfersFile,
    ReviewWorklistFile,
    PhaseTransfersPage,
    TermListFile,
    TermListsPage,
    TermListPage,
    RecordTermListPage,
  ],
  providers: [Reviews],
};
