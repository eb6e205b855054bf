// Nest wiring of the pages of EHC plans. Apart from the slice's own module, which stands without the frame of the pages.
import { Module } from '@nestjs/common';
import { AbsencesPage } from './pages/absences.page.js';
import { BeginPlanPage } from './pages/begin.page.js';
import { PlanFactsPage } from './pages/facts.page.js';
import { LandingPage } from './pages/landing.page.js';
import { ReviewWorklistFile } from './pages/worklist-file.js';
import { PhaseTransfersFile, PhaseTransfersPage } from './pages/phase-transfers.page.js';
import { EhcPlanPage } from './pages/plan.page.js';
import { RecordPlanPage } from './pages/record-plan.page.js';
import { RecordReviewPage } from './pages/record.page.js';
import { RecordTermListPage } from './pages/record-term-list.page.js';
import { ReviewPage } from './pages/review.page.js';
import { Reviews } from './pages/reviews.js';
import { TermListFile, TermListPage } from './pages/term-list.page.js';
import { TermListsPage } from './pages/term-lists.page.js';
import { ReviewWorklistPage } from './pages/worklist.page.js';

@Module({
  controllers: [
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
})
export class EhcPagesModule {}
