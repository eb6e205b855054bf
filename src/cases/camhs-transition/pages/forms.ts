// The forms on the page of a transition, by their name in its address.
import { formsOf } from '../../../engine/use-cases/forms-of.js';
import type { TransitionView } from '../queries/case-view.js';
import type { TransitionSubject } from '../transition-forms.js';
import { transitionUseCases } from '../use-cases.js';

export const transitionForms = formsOf<TransitionSubject, TransitionView, 'case'>(
  'transition',
  transitionUseCases.useCases,
);
