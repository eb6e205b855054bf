// Nest wiring of the pages of EHC plans, and of the questions that they brought along.
import { Module } from '@nestjs/common';
import { AbsencesPage } from './pages/absences.page.js';
import { LandingPage } from './pages/landing.page.js';
import { EhcPlanPage } from './pages/plan.page.js';
import { RecordReviewPage } from './pages/record.page.js';
import { ReviewPage } from './pages/review.page.js';
import { Reviews } from './pages/reviews.js';
import { ReviewWorklistPage } from './pages/worklist.page.js';
import { ListSendOfficersController, ListSendOfficersHandler } from './queries/list-officers.js';
import { GetEhcPlanRevisionController, GetEhcPlanRevisionHandler } from './queries/plan-revision.js';
import { CountReviewAbsencesController, CountReviewAbsencesHandler } from './queries/review-absences.js';
import { GetReviewClockController, GetReviewClockHandler } from './queries/review-clock.js';
import { GetReviewWorklistController, GetReviewWorklistHandler } from './queries/review-worklist.js';
import { CountReviewsLandingController, CountReviewsLandingHandler } from './queries/reviews-landing.js';

@Module({
  controllers: [
    ListSendOfficersController,
    GetEhcPlanRevisionController,
    CountReviewAbsencesController,
    GetReviewClockController,
    GetReviewWorklistController,
    CountReviewsLandingController,
    AbsencesPage,
    LandingPage,
    EhcPlanPage,
    RecordReviewPage,
    ReviewPage,
    ReviewWorklistPage,
  ],
  providers: [
    ListSendOfficersHandler,
    GetEhcPlanRevisionHandler,
    CountReviewAbsencesHandler,
    GetReviewClockHandler,
    GetReviewWorklistHandler,
    CountReviewsLandingHandler,
    Reviews,
  ],
})
export class EhcPagesModule {}
