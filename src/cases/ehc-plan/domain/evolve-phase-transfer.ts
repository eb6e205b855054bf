// Folds phase transfers.
import type { PastEventOf } from '../../../kernel/events.js';
import type { phaseTransferEvents } from './events-phase-transfer.js';
import { change, entryOf, furtherEntry, type Plan } from './state.js';

export type PhaseTransferEvent = PastEventOf<typeof phaseTransferEvents>;

export function evolvePhaseTransfer(plan: Plan, event: PhaseTransferEvent): Plan {
  const entry = entryOf(event);
  switch (event.type) {
    case 'PhaseTransferDue': {
      const { transferId, phase, transferOn, source } = event.data;
      const transfer = {
        ...entry,
        id: transferId,
        phase,
        source,
        transferOn: furtherEntry(event, 'transferOn', transferOn)!,
      };
      return { ...plan, transfers: [...plan.transfers.filter(({ id }) => id !== transferId), transfer] };
    }
    case 'PhaseTransferNamed': {
      const { transferId, placementId, source } = event.data;
      return { ...plan, transfers: change(plan.transfers, transferId, { named: { ...entry, placementId, source } }) };
    }
  }
}
