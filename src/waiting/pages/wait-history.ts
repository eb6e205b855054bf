// The facts of one wait from the history of its person: the newest day first, nothing that had not happened by the day.
import { GetHistory } from '../../audit/queries/get-history.js';
import type { HistoryEvent } from '../../audit/queries/history-page.js';
import type { Dispatcher } from '../../identity/dispatcher.js';
import type { Asked } from '../../identity/messages.js';

export async function factsOf(
  dispatcher: Dispatcher,
  personId: string,
  waitId: string,
  asked: Asked,
): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let cursor: string | undefined;
  do {
    const found = await dispatcher.ask(new GetHistory(personId, { limit: 500, cursor }, asked));
    events.push(...found.items);
    cursor = found.next;
  } while (cursor !== undefined);
  return newestFirst(events, waitId, asked.asOf);
}

export const newestFirst = (events: readonly HistoryEvent[], waitId: string, asOf: string): HistoryEvent[] =>
  events
    .filter(({ stream, occurredOn }) => stream === `wait-${waitId}` && occurredOn <= asOf)
    .sort((a, b) => {
      if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? 1 : -1;
      return a.position < b.position ? 1 : -1;
    });
