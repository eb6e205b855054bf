// One step in the ledger of advice, for one role (EHC-16, R8).
import { invalid } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import { requireText } from './plan-in-force.js';
import type { Cycle } from './cycle-state.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { Role } from './words.js';

export function adviceFact(command: Of<'RecordAdvice'>, cycle: Cycle, role: Role): EhcFact {
  const { on, step, channel = 'other', dueOn, adviceDatedOn } = command;
  const key = { cycleId: cycle.id, role };
  const has = (wanted: string) => cycle.advice.some((each) => each.role === role && each.step === wanted);
  switch (step) {
    case 'requested':
      return events.adviceRequested.fact(on, { ...key, channel, dueOn });
    case 'chased':
      if (!has('requested')) throw invalid('step', 'this advice has not been requested yet', 'EHC-16');
      return events.adviceChased.fact(on, { ...key, channel });
    case 'received':
      if (adviceDatedOn !== undefined && adviceDatedOn > on) {
        throw invalid('adviceDatedOn', 'must not be after the day on which it was received', 'EHC-17');
      }
      return events.adviceReceived.fact(on, { ...key, adviceDatedOn });
    case 'declined':
      return events.adviceDeclined.fact(on, { ...key, reason: requireText('reason', command.reason, 'EHC-16') });
    case 'nil':
      return events.nilReturn.fact(on, key);
    case 'circulated':
      if (!has('received'))
        throw invalid('step', 'no advice of this role has been received that could be circulated', 'EHC-16');
      return events.adviceCirculated.fact(on, key);
  }
}
