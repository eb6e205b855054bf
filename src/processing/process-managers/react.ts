// One event, one manager: what the case looked like before and after it, and the orders that follow from the difference.
import type { Envelope } from '../../event-store/codec.js';
import type { Journal } from '../../event-store/journal.js';
import type { StoredEvent } from '../../event-store/port.js';
import { parseStream } from '../../kernel/decider.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { idFrom } from '../../ops/ids.js';
import { changes, type Change } from './changes.js';
import { actorOf } from './introduce.js';
import type { ProcessManager, WantedTask } from './process-manager.js';
import { stillNews, taskIdOf, type NewsForDays } from './wanted-now.js';

/** A change of one task, with everything that recording it needs. */
export interface Order {
  readonly pathway: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly change: Change;
  readonly context: CommandContext;
}

/** Looks only at what had been recorded up to the event: whoever handles it, and whenever, comes to the same orders. */
export async function ordersFor(
  journal: Journal,
  manager: ProcessManager,
  { stream, revision }: Pick<StoredEvent, 'stream' | 'revision'>,
  newsForDays: NewsForDays,
): Promise<Order[]> {
  const { id: caseId } = parseStream(stream);
  const { folding, wakes } = manager;
  const seen = new Map<string, Envelope>();
  let state = folding.initial;
  let before: readonly WantedTask[] = [];
  let event: Envelope | undefined;
  const wanted = () => stillNews(manager.wanted(caseId, state), seen, newsForDays);
  for await (const page of journal.read(stream, { limit: revision + 1, closed: true })) {
    for (event of page) {
      seen.set(event.id, event);
      state = folding.evolve(state, event);
      // What lies between two looks belongs to the second: nothing can fall between them.
      if (wakes.has(event.type) && event.revision < revision) before = wanted();
    }
  }
  if (!event) return [];
  const { id, metadata } = event;
  return changes(before, wanted()).map((change) => {
    const taskId = taskIdOf(manager, caseId, change.wanted.key);
    const context = {
      actor: actorOf(manager.name, metadata.actor.organisation),
      commandId: idFrom(id, manager.name, taskId, change.type),
      correlationId: metadata.correlationId,
      causationId: id,
    };
    return { pathway: manager.pathway, caseId, taskId, change, context };
  });
}
