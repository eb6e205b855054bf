// What the server brings of the own form: its pages, what is done on them, and the page that gives a link away.
import type { Served } from '../../../engine/use-cases/served.js';
import { questionsIn } from '../../../engine/use-cases/question.js';
import { useCasesIn } from '../../../engine/use-cases/use-case.js';
import { GiveFormPage } from './give-form.page.js';
import * as keepAndSend from './keep-and-send.js';
import { OwnFormController } from './own-form.controller.js';
import { OwnFormPages } from './own-form-pages.js';
import { OwnForms } from './own-forms.js';
import { SheetsNow } from './sheets-now.js';
import { TypeInPage } from './type-in.page.js';

export const served: Served = {
  offers: [{ useCases: useCasesIn(keepAndSend), questions: questionsIn(keepAndSend) }],
  pages: [GiveFormPage, TypeInPage, OwnFormController],
  providers: [OwnForms, OwnFormPages, SheetsNow],
};
