// The forms on the page of a programme, and those with which one begins, by their name in the address.
import { formsOf } from '../../../engine/use-cases/forms-of.js';
import type { ReadinessView } from '../queries/readiness-view.js';
import type { ReadinessGroup, ReadinessSubject } from '../readiness-use-case.js';
import type { ReadinessStartSubject } from '../starting.js';
import { readinessUseCases } from '../use-cases.js';

export const readinessForms = formsOf<ReadinessSubject, ReadinessView, ReadinessGroup>(
  'readiness',
  readinessUseCases.useCases,
);

export const readinessBeginForms = formsOf<ReadinessStartSubject, never, 'begin'>(
  'readiness-begin',
  readinessUseCases.useCases,
);
