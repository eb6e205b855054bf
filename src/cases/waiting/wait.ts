// Waits with all their decisions: for the loads, the demo area and the tests, which ask several of them by type.
import { caseType, type CommandOf } from '../../kernel/decider.js';
import { decisionsOf } from '../../engine/use-cases/case-use-case.js';
import * as clock from './clock.js';
import { recordWaitingWellContact } from './contacts.js';
import * as corrections from './corrections.js';
import { waitKind } from './domain/wait-kind.js';
import { escalateConcern } from './escalation.js';
import * as firstContact from './first-contact.js';
import { recordHelpElement } from './help.js';
import * as leaving from './leaving.js';
import { loadRow } from './loaded-row.js';
import { refer } from './referral.js';

const decisions = {
  ...decisionsOf([
    refer,
    clock.correctClockStart,
    clock.stopClock,
    clock.startNewClock,
    clock.reachSegment,
    firstContact.bookFirstContact,
    firstContact.attendFirstContact,
    firstContact.missFirstContact,
    recordHelpElement,
    recordWaitingWellContact,
    escalateConcern,
    leaving.removeFromList,
    leaving.reinstateWait,
    leaving.validateWait,
    corrections.correctWaitDate,
    corrections.withdrawWaitFact,
    corrections.correctRemovalReason,
  ]),
  Load: loadRow,
};

export type WaitCommand = CommandOf<typeof decisions>;

export const wait = caseType(waitKind, decisions);
