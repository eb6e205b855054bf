// What can be done about an EHC plan, topic by topic, in the order in which the plan's page offers it.
import * as advice from './advice.js';
import * as amendmentNotice from './amendment-notice.js';
import * as appealEnds from './appeal-ends.js';
import * as appeals from './appeals.js';
import * as arrangingReview from './arranging-review.js';
import * as beginning from './beginning.js';
import * as ceasing from './ceasing.js';
import * as corrections from './corrections.js';
import * as decisionNotice from './decision-notice.js';
import * as earlyReview from './early-review.js';
import * as finalPlan from './final-plan.js';
import * as icbChange from './icb-change.js';
import * as mediation from './mediation.js';
import * as moves from './moves.js';
import * as needs from './needs.js';
import * as orders from './orders.js';
import * as past25 from './past-25.js';
import * as phaseTransfer from './phase-transfer.js';
import * as placement from './placement.js';
import * as reviewMeeting from './review-meeting.js';
import * as rights from './rights.js';
import * as schoolConsultation from './school-consultation.js';
import * as tribunal from './tribunal.js';
import * as yearGroup from './year-group.js';

export const topics = [
  beginning,
  earlyReview,
  arrangingReview,
  advice,
  reviewMeeting,
  decisionNotice,
  amendmentNotice,
  phaseTransfer,
  placement,
  yearGroup,
  needs,
  schoolConsultation,
  icbChange,
  moves,
  mediation,
  appeals,
  tribunal,
  appealEnds,
  finalPlan,
  orders,
  ceasing,
  rights,
  past25,
  corrections,
] as const;
