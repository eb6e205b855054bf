// Which facts the older corrections of waits are about: a corrected clock start, and what a return to the list took back.
import type { Envelope } from '../../store/codec.js';
import type { Correction, Corrections } from '../../engine/processing/corrections.js';
import type { WaitEvent } from './domain/events.js';
import { evolve, undoneBy } from './domain/evolve.js';
import { initial, type Wait } from './domain/state.js';

const starts = new Set(['WaitReferralReceived', 'WaitClockStarted']);

export function waitCorrections(events: readonly Envelope[]): Corrections {
  const found = new Map<string, Correction>();
  let wait: Wait = initial;
  let start: string | undefined;
  for (const envelope of events) {
    const event = envelope as unknown as WaitEvent;
    if (starts.has(event.type)) start = event.id;
    if (event.type === 'WaitClockStartCorrected' && start !== undefined)
      found.set(event.id, { of: start, to: event.data.to });
    const undone = event.type === 'WaitReinstated' ? undoneBy(wait, event.data.undone) : undefined;
    if (undone !== undefined) found.set(event.id, { of: undone });
    wait = evolve(wait, event);
  }
  return found;
}
