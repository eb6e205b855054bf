// What can be done and asked here, one value each.
import { useCasesIn } from '../../engine/use-cases/use-case.js';
import { topics } from './topics.js';
import type { Offers } from '../../engine/use-cases/build.js';
import { considerInterimReview } from './commands/consider-interim-review.js';
import { copyFinalPlan } from './commands/copy-final-plan.js';
import { correctEhcDate } from './commands/correct-ehc-date.js';
import { dropAmendments } from './commands/drop-amendments.js';
import { expectTermLists } from './commands/expect-term-lists.js';
import { explainRights } from './commands/explain-rights.js';
import { holdReviewMeeting } from './commands/hold-meeting.js';
import { issueFinalPlan } from './commands/issue-final-plan.js';
import { openReview } from './commands/open-review.js';
import { planReviewMeeting } from './commands/plan-meeting.js';
import { receiveRepresentations } from './commands/receive-representations.js';
import { recordAdvice } from './commands/record-advice.js';
import { recordNoticeBounce } from './commands/record-bounce.js';
import { recordReviewPoint } from './commands/record-review-point.js';
import { sendAmendmentNotice } from './commands/send-amendment-notice.js';
import { sendDecisionNotice } from './commands/send-decision.js';
import { sendInvitations } from './commands/send-invitations.js';
import { sendReviewReport } from './commands/send-report.js';
import { sendTermList } from './commands/send-term-list.js';
import { serveNotice } from './commands/serve-notice.js';
import { waiveRepresentations } from './commands/waive-representations.js';
import { withdrawEhcFact } from './commands/withdraw-ehc-fact.js';
import { withdrawTermList } from './commands/withdraw-term-list.js';
import { countReviewLacks } from './queries/count-review-lacks.js';
import { getEhcPlan } from './queries/get-ehc-plan.js';
import { countLandingByOfficer } from './queries/landing-by-officer.js';
import { countLateReviews } from './queries/late-reviews.js';
import { listSendOfficers } from './queries/list-officers.js';
import { listPlanFacts } from './queries/list-plan-facts.js';
import { listReviewLacks } from './queries/list-review-lacks.js';
import { askOverdueReviews } from './queries/overdue-reviews.js';
import { listPhaseTransfers } from './queries/phase-transfers.js';
import { getEhcPlanRevision } from './queries/plan-revision.js';
import { countReviewAbsences } from './queries/review-absences.js';
import { getReviewClock } from './queries/review-clock.js';
import { getReviewWorklist } from './queries/review-worklist.js';
import { countReviewsLanding } from './queries/reviews-landing.js';
import { getTermList } from './queries/term-list.js';
import { askTermLists } from './queries/term-lists.js';
import { listEhcPlans } from './queries/list-ehc-plans.js';

export const ehcUseCases: Offers = {
  useCases: [
    ...useCasesIn(...topics),
    considerInterimReview,
    copyFinalPlan,
    correctEhcDate,
    dropAmendments,
    expectTermLists,
    explainRights,
    holdReviewMeeting,
    issueFinalPlan,
    openReview,
    planReviewMeeting,
    receiveRepresentations,
    recordAdvice,
    recordNoticeBounce,
    recordReviewPoint,
    sendAmendmentNotice,
    sendDecisionNotice,
    sendInvitations,
    sendReviewReport,
    sendTermList,
    serveNotice,
    waiveRepresentations,
    withdrawEhcFact,
    withdrawTermList,
  ],
  questions: [
    listEhcPlans,
    askOverdueReviews,
    askTermLists,
    countLandingByOfficer,
    countLateReviews,
    countReviewAbsences,
    countReviewLacks,
    countReviewsLanding,
    getEhcPlan,
    getEhcPlanRevision,
    getReviewClock,
    getReviewWorklist,
    getTermList,
    listPhaseTransfers,
    listPlanFacts,
    listReviewLacks,
    listSendOfficers,
  ],
};
