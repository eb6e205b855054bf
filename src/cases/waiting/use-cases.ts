// What can be done and asked here: everything that these files export as a use case or a question.
import type { Offers } from '../../engine/use-cases/build.js';
import { questionsIn } from '../../engine/use-cases/question.js';
import { useCasesIn } from '../../engine/use-cases/use-case.js';
import * as clock from './clock.js';
import * as contacts from './contacts.js';
import * as corrections from './corrections.js';
import * as escalation from './escalation.js';
import * as firstContact from './first-contact.js';
import * as help from './help.js';
import * as leaving from './leaving.js';
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
import * as referral from './referral.js';
import * as waitStandards from './standards/wait-standards.js';

export const waitingUseCases: Offers = {
  // The page of a wait offers its forms in this order.
  useCases: useCasesIn(referral, contacts, firstContact, escalation, help, clock, leaving, corrections),
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
