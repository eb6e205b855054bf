// What can be done and asked here: everything that these files export as a use case or a question.
import type { Offers } from '../../../engine/use-cases/offers.js';
import { questionsIn } from '../../../engine/use-cases/question.js';
import { useCasesIn } from '../../../engine/use-cases/use-case.js';
import * as forgetting from './forgetting.js';
import * as findForForgetting from './queries/find-for-forgetting.js';

export const forgettingUseCases: Offers = {
  useCases: useCasesIn(forgetting),
  questions: questionsIn(findForForgetting),
};
