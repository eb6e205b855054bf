// The facts of one wait as they are read: the newest day first, nothing that had not happened by the day.
import type { HistoryEvent } from '../../../engine/audit/queries/history-page.js';

export const newestFirst = (events: readonly HistoryEvent[], asOf: string): HistoryEvent[] =>
  events
    .filter(({ occurredOn }) => occurredOn <= asOf)
    .sort((a, b) => {
      if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? 1 : -1;
      return a.position < b.position ? 1 : -1;
    });
