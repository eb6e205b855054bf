// What can be done and asked of questionnaires.
import type { Offers } from '../../../engine/use-cases/offers.js';
import { questionsIn } from '../../../engine/use-cases/question.js';
import { useCasesIn } from '../../../engine/use-cases/use-case.js';
import * as askQuestionnaires from './ask-questionnaires.js';
import * as loadQuestionnaire from './load-questionnaire.js';

export const questionnaireUseCases: Offers = {
  useCases: useCasesIn(loadQuestionnaire),
  questions: questionsIn(askQuestionnaires),
};
