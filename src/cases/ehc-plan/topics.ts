// What can be done about an EHC plan, topic by topic, in the order in which the plan's page offers it.
import * as earlyReview from './early-review.js';

export const topics = [earlyReview] as const;
