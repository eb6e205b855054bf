// What can be done and asked here, one value each.
import type { Offers } from '../../engine/use-cases/build.js';
import { attendFirstContact } from './commands/attend-first-contact.js';
import { bookFirstContact } from './commands/book-first-contact.js';
import { correctClockStart } from './commands/correct-clock-start.js';
import { correctRemovalReason } from './commands/correct-removal-reason.js';
import { correctWaitDate } from './commands/correct-wait-date.js';
import { escalateConcern } from './commands/escalate-concern.js';
import { missFirstContact } from './commands/miss-first-contact.js';
import { reachSegment } from './commands/reach-segment.js';
import { recordHelpElement } from './commands/record-help-element.js';
import { recordWaitingWellContact } from './commands/record-waiting-well-contact.js';
import { refer } from './commands/refer.js';
import { reinstateWait } from './commands/reinstate.js';
import { removeFromList } from './commands/remove-from-list.js';
import { startNewClock } from './commands/start-new-clock.js';
import { stopClock } from './commands/stop-clock.js';
import { validateWait } from './commands/validate-wait.js';
import { withdrawWaitFact } from './commands/withdraw-wait-fact.js';
import { askContactsWritten } from './queries/contacts-written.js';
import { askEstimatedWait } from './queries/estimated-wait.js';
import { askNowSeeing } from './queries/now-seeing.js';
import { askOneWait } from './queries/one-wait.js';
import { askReconciliation } from './queries/reconciliation.js';
import { askWaitContacts } from './queries/wait-contacts.js';
import { askWaitingFigures } from './queries/waiting-figures.js';
import { askWaitingList } from './queries/waiting-list.js';
import { askWaitsByService } from './queries/waits-by-service.js';
import { askWaitsOfPerson } from './queries/waits-of-person.js';
import { askWaitsOverTime } from './queries/waits-over-time.js';
import { askWaitStandards } from './standards/wait-standards.js';

export const waitingUseCases: Offers = {
  useCases: [
    attendFirstContact,
    bookFirstContact,
    correctClockStart,
    correctRemovalReason,
    correctWaitDate,
    escalateConcern,
    missFirstContact,
    reachSegment,
    recordHelpElement,
    recordWaitingWellContact,
    refer,
    reinstateWait,
    removeFromList,
    startNewClock,
    stopClock,
    validateWait,
    withdrawWaitFact,
  ],
  questions: [
    askContactsWritten,
    askEstimatedWait,
    askNowSeeing,
    askOneWait,
    askReconciliation,
    askWaitContacts,
    askWaitStandards,
    askWaitingFigures,
    askWaitingList,
    askWaitsByService,
    askWaitsOfPerson,
    askWaitsOverTime,
  ],
};
