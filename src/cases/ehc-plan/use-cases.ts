// What can be done and asked here: everything that these files export as a use case or a question.
import type { Offers } from '../../engine/use-cases/offers.js';
import { questionsIn } from '../../engine/use-cases/question.js';
import { useCasesIn } from '../../engine/use-cases/use-case.js';
import * as countReviewLacks from './queries/count-review-lacks.js';
import * as getEhcPlan from './queries/get-ehc-plan.js';
import * as landingByOfficer from './queries/landing-by-officer.js';
import * as lateReviews from './queries/late-reviews.js';
import * as listEhcPlans from './queries/list-ehc-plans.js';
import * as listOfficers from './queries/list-officers.js';
import * as listPlanFacts from './queries/list-plan-facts.js';
import * as listReviewLacks from './queries/list-review-lacks.js';
import * as overdueReviews from './queries/overdue-reviews.js';
import * as phaseTransfers from './queries/phase-transfers.js';
import * as planRevision from './queries/plan-revision.js';
import * as reviewAbsences from './queries/review-absences.js';
import * as reviewClock from './queries/review-clock.js';
import * as reviewWorklist from './queries/review-worklist.js';
import * as reviewsLanding from './queries/reviews-landing.js';
import * as termList from './queries/term-list.js';
import * as termListsOfTerm from './queries/term-lists.js';
import * as termLists from './term-lists.js';
import { topics } from './topics.js';

export const ehcUseCases: Offers = {
  useCases: useCasesIn(...topics, termLists),
  questions: questionsIn(
    countReviewLacks,
    getEhcPlan,
    landingByOfficer,
    lateReviews,
    listEhcPlans,
    listOfficers,
    listPlanFacts,
    listReviewLacks,
    overdueReviews,
    phaseTransfers,
    planRevision,
    reviewAbsences,
    reviewClock,
    reviewWorklist,
    reviewsLanding,
    termList,
    termListsOfTerm,
  ),
};
