// One event, one manager: what the case looked like before and after it, and the orders that follow from the difference.
import type { Envelope } from '../../../store/codec.js';
import type { Journal } from '../../../store/journal.js';
import type { StoredEvent } from '../../../store/port.js';
import { parseStream } from '../../../kernel/decider.js';
import { isOnwardError } from '../../../kernel/errors.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { History } from '../../../kernel/history.js';
import { idFrom } from '../../../kernel/ids.js';
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

/**
 * Looks only at what had been recorded up to the event: whoever handles it, and whenever, comes to the same orders. Undefined for a case that
 * cannot be worked out (docs/adr/0044): that look is taken with the next event after which it can, and every other case is followed up.
 */
export async function ordersFor(
  journal: Journal,
  manager: ProcessManager,
  { stream, revision }: Pick<StoredEvent, 'stream' | 'revision'>,
  newsForDays: NewsForDays,
): Promise<Order[] | undefined> {
  const { id: caseId } = parseStream(stream);
  const { folding, wakes } = manager;
  const seen = new Map<string, Envelope>();
  const history = new History(folding);
  let before: readonly WantedTask[] = [];
  let event: Envelope | undefined;
  const wanted = () => orNothing(() => stillNews(manager.wanted(caseId, history.state), seen, newsForDays));
  for await (const page of journal.read(stream, { limit: revision + 1, closed: true })) {
    for (event of page) {
      seen.set(event.id, event);
      if (orNothing(() => history.take(event as Envelope)) === undefined) return undefined;
      // What lies between two looks belongs to the second: nothing can fall between them.
      if (wakes.has(event.type) && event.revision < revision) before = wanted() ?? before;
    }
  }
  if (!event) return [];
  const { id, metadata } = event;
  const now = wanted();
  if (now === undefined) return undefined;
  return changes(before, now).map((change) => {
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

/** A defect on one case is that case's. What the catalogue of errors names (a store that is away) is not. */
function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isOnwardError(error)) throw error;
    return undefined;
  }
}
