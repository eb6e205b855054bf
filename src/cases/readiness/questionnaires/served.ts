// What the server brings of questionnaires: what can be done and asked, and the pages.
import type { Served } from '../../../engine/use-cases/served.js';
import { LoadQuestionnairePage } from './load-questionnaire.page.js';
import { QuestionnaireFileDownload, QuestionnairesPage } from './questionnaires.page.js';
import { questionnaireUseCases } from './use-cases.js';

export const served: Served = {
  offers: [questionnaireUseCases],
  pages: [QuestionnairesPage, QuestionnaireFileDownload, LoadQuestionnairePage],
};
