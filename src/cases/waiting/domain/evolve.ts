// Folds what was recorded into the state of a wait. A correction changes the facts that stand, and the state is folded from them anew.
import { apply } from './apply.js';
import { waitEvents, type WaitEvent } from './events.js';
import { added, inBlocks, logOf, type Log } from './log.js';
import { initial, lastRun, type Wait } from './state.js';

const personalOf = new Map(Object.values(waitEvents).map(({ type, personal }) => [type as string, personal]));

export function evolve(wait: Wait, event: WaitEvent): Wait {
  const reinstated = { on: event.occurredOn, eventId: event.id };
  switch (event.type) {
    case 'WaitReinstated':
      return { ...standing(wait, without(logOf(wait), undoneBy(wait, event.data.undone))), reinstated };
    case 'WaitFactWithdrawn':
      return { ...standing(wait, without(logOf(wait), event.data.correctsEventId)), reinstated };
    case 'WaitDateCorrected':
      return standing(wait, redated(logOf(wait), event.data));
    case 'WaitRemovalReasonCorrected':
      return standing(wait, withReason(logOf(wait), event.data));
    default: {
      const clear = cleared(event);
      const blocks = added(wait.blocks, clear);
      const next = apply(wait, clear);
      if (next === wait) return { ...wait, blocks };
      // Nobody else has the new state yet: copying it once more would be a fifth of a long history's fold.
      (next as { blocks: Wait['blocks'] }).blocks = blocks;
      return next;
    }
  }
}

/** Which fact a return to the list takes back. */
export function undoneBy(wait: Wait, undone: 'removal' | 'clock-stop' | 'first-contact'): string | undefined {
  if (undone === 'removal') return wait.removed?.eventId;
  return undone === 'clock-stop' ? lastRun(wait)?.end?.eventId : wait.firstContact?.eventId;
}

export const without = (log: Log, ...ids: readonly (string | undefined)[]): Log =>
  log.filter(({ id }) => !ids.includes(id));

type Data<T extends WaitEvent['type']> = Extract<WaitEvent, { type: T }>['data'];
export type Redating = Pick<Data<'WaitDateCorrected'>, 'correctsEventId' | 'field' | 'to'>;

export const redated = (log: Log, { correctsEventId, field, to }: Redating): Log =>
  log.map((event) => {
    if (event.id !== correctsEventId) return event;
    const changed = field === 'occurredOn' ? { occurredOn: to } : { data: { ...event.data, [field]: to } };
    return { ...event, ...changed } as WaitEvent;
  });

const withReason = (log: Log, { correctsEventId, to }: Data<'WaitRemovalReasonCorrected'>): Log =>
  log.map((event) =>
    event.id === correctsEventId && event.type === 'WaitRemovedFromList'
      ? { ...event, data: { ...event.data, reason: to } }
      : event,
  );

/** What follows from these facts; that a start was once on record, or something was undone, stays known. */
export const standing = ({ startsHad, reinstated }: Pick<Wait, 'startsHad' | 'reinstated'>, log: Log): Wait => ({
  ...log.reduce(apply, initial),
  startsHad,
  reinstated,
  blocks: inBlocks(log),
});

/** The state is kept beside the rows, so what is sealed in the event stays out of it. Read closed, there is nothing to leave out. */
function cleared({ id, type, occurredOn, recordedAt, data }: WaitEvent): WaitEvent {
  const personal = personalOf.get(type) ?? [];
  const clear = personal.some((name) => name in data)
    ? Object.fromEntries(Object.entries(data).filter(([name]) => !personal.includes(name)))
    : data;
  return { id, type, occurredOn, recordedAt, data: clear } as WaitEvent;
}
