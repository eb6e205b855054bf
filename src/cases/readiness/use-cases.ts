// What can be done and asked here: everything that these files export as a use case or a question.
import type { Offers } from '../../engine/use-cases/offers.js';
import { questionsIn } from '../../engine/use-cases/question.js';
import { useCasesIn } from '../../engine/use-cases/use-case.js';
import * as getReadiness from './queries/get-readiness.js';
import * as listReadiness from './queries/list-readiness.js';
import * as readinessFigures from './queries/readiness-figures.js';
import * as readinessOfPerson from './queries/readiness-of-person.js';
import { topics } from './topics.js';

export const readinessUseCases: Offers = {
  useCases: useCasesIn(...topics),
  questions: questionsIn(listReadiness, readinessFigures, getReadiness, readinessOfPerson),
};
