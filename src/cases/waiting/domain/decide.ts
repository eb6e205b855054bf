// The case type of one referral that waits: what may be said of it, and what follows.
import type { CaseType } from '../../../kernel/decider.js';
import { fold } from '../../../kernel/decider.js';
import type { WaitCommand } from './commands.js';
import { correctStart, refer, startNew, stop } from './decide-clock.js';
import { correctDate, correctRemovalReason, withdrawFact } from './decide-corrections.js';
import { attend, book, miss } from './decide-first-contact.js';
import { reach, recordHelp } from './decide-help.js';
import { escalate, recordContact, reinstate, remove, validate } from './decide-list.js';
import { load } from './decide-load.js';
import { waitEvents, type WaitEvent, type WaitFact } from './events.js';
import { evolve } from './evolve.js';
import { initial, type Wait } from './state.js';

function decide(command: WaitCommand, wait: Wait): readonly WaitFact[] {
  switch (command.type) {
    case 'Refer':
      return refer(command, wait);
    case 'CorrectClockStart':
      return correctStart(command, wait);
    case 'BookFirstContact':
      return book(command, wait);
    case 'AttendFirstContact':
      return attend(command, wait);
    case 'MissFirstContact':
      return miss(command, wait);
    case 'ReachSegment':
      return reach(command, wait);
    case 'RecordHelpElement':
      return recordHelp(command, wait);
    case 'StopClock':
      return stop(command, wait);
    case 'StartNewClock':
      return startNew(command, wait);
    case 'Remove':
      return remove(command, wait);
    case 'Reinstate':
      return reinstate(command, wait);
    case 'CorrectDate':
      return correctDate(command, wait);
    case 'WithdrawFact':
      return withdrawFact(command, wait);
    case 'CorrectRemovalReason':
      return correctRemovalReason(command, wait);
    case 'Validate':
      return validate(command, wait);
    case 'RecordContact':
      return recordContact(command, wait);
    case 'Escalate':
      return escalate(command, wait);
    case 'Load':
      return load(command, wait, decide, foldFacts);
  }
}

const foldFacts = (wait: Wait, facts: readonly WaitFact[]): Wait =>
  fold(
    evolve,
    wait,
    facts.map((fact): WaitEvent => ({ ...fact, id: '', recordedAt: '' })),
  );

export const wait: CaseType<WaitCommand, Wait, WaitFact> = {
  category: 'wait',
  noun: 'wait',
  events: waitEvents,
  initial,
  decide,
  evolve,
  subjectOf: (state) => state.personId,
};
