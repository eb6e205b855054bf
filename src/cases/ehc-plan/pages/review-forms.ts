// Every form of a review, by its name in the address.
import { formsOf } from '../../../engine/use-cases/forms-of.js';
import { useCasesIn } from '../../../engine/use-cases/use-case.js';
import type { ReviewView } from '../queries/plan-view.js';
import type { ReviewStep } from '../review-use-case.js';
import { topics } from '../topics.js';
import type { ReviewSubject } from './review-subject.js';

export const reviewForms = formsOf<ReviewSubject, ReviewView, ReviewStep>('review', useCasesIn(...topics));
