// What two events of waits say of earlier ones in words of their own: a corrected clock start, and a return to the list.
import type { OlderCorrections } from '../../../kernel/corrections.js';
import { evolve } from './evolve.js';
import type { WaitEvent } from './events.js';
import { initial, lastRun, type Wait } from './state.js';

const starts: ReadonlySet<string> = new Set<WaitEvent['type']>(['WaitReferralReceived', 'WaitClockStarted']);

type Say<T extends WaitEvent['type']> = OlderCorrections<Extract<WaitEvent, { type: T }>>[string];

/** The start keeps its event and its place: this one says since when the clock runs, and both count from then. */
const clockStartCorrected: Say<'WaitClockStartCorrected'> = ({ data: { to } }, standing) => {
  const start = standing.findLast(({ type }) => starts.has(type));
  return start && { of: start.id, from: to };
};

const reinstated: Say<'WaitReinstated'> = ({ data: { undone } }, standing) => {
  const of = endOf(standing.reduce(evolve, initial), undone);
  return { of: of ?? '', withdraws: true };
};

function endOf(wait: Wait, undone: 'removal' | 'clock-stop' | 'first-contact'): string | undefined {
  if (undone === 'removal') return wait.removed?.eventId;
  return undone === 'clock-stop' ? lastRun(wait)?.end?.eventId : wait.firstContact?.eventId;
}

export const waitCorrections: OlderCorrections<never> = {
  WaitClockStartCorrected: clockStartCorrected,
  WaitReinstated: reinstated,
};
