// The dated facts of a plan as the page shows them from which they are put right: one entry for each event.
import type { HistoryEvent } from '../../../engine/audit/queries/history-page.js';
import { formatDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import { shownEvent, type NameOf } from '../../../engine/web/present/history.js';
import { correctEhcDate, fieldWords, withdrawEhcFact } from '../corrections.js';
import type { PlanFact } from '../queries/list-plan-facts.js';

export function shownFacts(
  planId: string,
  facts: readonly PlanFact[],
  events: readonly HistoryEvent[],
  nameOf: NameOf,
  may: (command: string) => boolean,
) {
  const known = new Map(events.map((event) => [event.id, shownEvent(event, nameOf)] as const));
  const ids = [...new Set(facts.map(({ eventId }) => eventId))];
  return ids.map((eventId) => {
    const event = known.get(eventId);
    const record = (step: string) => paths.ehc.recordOnPlan({ planId, step, about: eventId });
    const own = facts.filter((fact) => fact.eventId === eventId);
    const labels = own.map(({ field }) => fieldWords(field));
    return {
      title: event?.title ?? 'Recorded, but your role does not see by whom',
      dates: own.map(({ field, on }) => ({ label: fieldWords(field), value: formatDate(on) })),
      // The dates stand above as they are now; the event tells them as they were first recorded.
      details: event?.details.filter(({ label }) => !labels.includes(label)) ?? [],
      recorded: event && `${event.recordedAt} by ${event.by} (${event.role})`,
      correct: may(correctEhcDate.name) ? record('correct') : undefined,
      withdraw: may(withdrawEhcFact.name) ? record('withdraw') : undefined,
    };
  });
}
