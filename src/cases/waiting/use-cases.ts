// What can be done and asked here: everything that these files export as a use case or a question.
import type { Offers } from '../../engine/use-cases/offers.js';
import { questionsIn } from '../../engine/use-cases/question.js';
import { useCasesIn } from '../../engine/use-cases/use-case.js';
import * as contactsWritten from './queries/contacts-written.js';
import * as estimatedWait from './queries/estimated-wait.js';
import * as nowSeeing from './queries/now-seeing.js';
import * as oneWait from './queries/one-wait.js';
import * as reconciliation from './queries/reconciliation.js';
import * as waitContacts from './queries/wait-contacts.js';
import * as waitingFigures from './queries/waiting-figures.js';
import * as waitingList from './queries/waiting-list.js';
import * as waitsByService from './queries/waits-by-service.js';
import * as waitsOfPerson from './queries/waits-of-person.js';
import * as waitsOverTime from './queries/waits-over-time.js';
import * as waitStandards from './standards/wait-standards.js';
import { topics } from './topics.js';

export const waitingUseCases: Offers = {
  useCases: useCasesIn(...topics),
  questions: questionsIn(
    contactsWritten,
    estimatedWait,
    nowSeeing,
    oneWait,
    reconciliation,
    waitContacts,
    waitStandards,
    waitingFigures,
    waitingList,
    waitsByService,
    waitsOfPerson,
    waitsOverTime,
  ),
};
