// The forms on the page of a hand-over and of the first months after it, by their name in its address.
import { formsOf } from '../../../engine/use-cases/forms-of.js';
import type { HandOverNow, HandOverSubject } from '../transition-forms.js';
import { transitionUseCases } from '../use-cases.js';

export const handOverForms = formsOf<HandOverSubject, HandOverNow, 'hand-over'>(
  'hand-over',
  transitionUseCases.useCases,
);
