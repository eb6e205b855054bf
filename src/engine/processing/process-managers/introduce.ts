// The place from which a process manager handles events: recorded once for all instances, in the event store itself.
import type { Journal } from '../../../store/journal.js';
import type { Position } from '../../../store/port.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { streamOf } from '../../../kernel/decider.js';
import type { Clock } from '../../../kernel/clock.js';
import { idFrom } from '../../../kernel/ids.js';
import { processManagerEvents } from './events.js';

export const actorOf = (manager: string, organisation: string) => ({
  id: `process.${manager}`,
  role: 'system',
  organisation,
});

/** The position after which the manager begins. The first instance ever to ask sets it, to the head of that moment. */
export async function introducedAfter(
  journal: Journal,
  clock: Clock,
  name: string,
  from: 'now' | 'the start' = 'now',
): Promise<Position> {
  const stream = streamOf('processManager', name);
  const there = await recorded(journal, stream);
  if (there !== undefined) return there;
  const head = from === 'now' ? await journal.store.head() : undefined;
  const after = head ?? ('' as Position);
  const commandId = idFrom('introduce', name);
  try {
    await journal.append(stream, 'no_stream', [processManagerEvents.introduced.fact(clock.today(), { name, after })], {
      actor: actorOf(name, 'onward'),
      commandId,
      correlationId: commandId,
    });
    return after;
  } catch (error) {
    // Another instance was quicker, with a place of its own: that one counts for all.
    const overtaken = isOnwardError(error, 'changed-by-someone-else') || isOnwardError(error, 'event-id-reused');
    const theirs = overtaken ? await recorded(journal, stream) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  }
}

async function recorded(journal: Journal, stream: string): Promise<Position | undefined> {
  for await (const [first] of journal.read(stream, { limit: 1 })) return first?.data['after'] as Position | undefined;
  return undefined;
}
