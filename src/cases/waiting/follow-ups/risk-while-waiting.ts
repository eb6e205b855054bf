// The risk of somebody who waits has grown: the service that holds the wait hears of it at once (WAIT-45, WAIT-47).
import { processManager } from '../../../engine/processing/process-managers/process-manager.js';
import type { WaitFact } from '../domain/events.js';
import { heldBy } from '../domain/pathway-rules.js';
import { risksOf } from '../domain/risk.js';
import type { Wait } from '../domain/state.js';
import { waitKind } from '../domain/wait-kind.js';

export const riskWhileWaiting = processManager<Wait, WaitFact>(waitKind, {
  name: 'risk-while-waiting',
  words: {
    when: 'A contact while waiting found that the risk has grown',
    then:
      'A task for the service that holds the wait, from the day on which it was recorded. It is done when the concern is escalated, when ' +
      'the young person is seen, or when a later contact finds the risk lower. The clock is never reset, and leaving the list ends nothing.',
    rules: ['WAIT-45', 'WAIT-47'],
  },
  pathway: 'waiting',
  wakes: new Set<WaitFact['type']>([
    'WaitingWellContactMade',
    'WaitEscalated',
    'WaitFirstContactAttended',
    'FactWithdrawn',
    'FactCorrected',
  ]),
  wanted: (_, state) => {
    const { personId } = state;
    if (personId === undefined) return [];
    return risksOf(state).map(({ on, eventId, answered }) => ({
      key: eventId,
      kind: 'risk-higher',
      role: heldBy(state.pathway),
      personId,
      cause: { on, eventId },
      settledBy: answered,
      howeverLate: 'from-when-known',
    }));
  },
});
