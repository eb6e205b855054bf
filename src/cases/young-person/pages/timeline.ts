// One timeline across the pathways: by the day on which things happened, the newest first, filtered and page by page.
import type { CaseTypes } from '../../../engine/processing/case-types.js';
import type { HistoryEvent } from '../../../engine/audit/queries/history-page.js';
import { correctionFacts } from '../../../kernel/corrections.js';
import { paths } from '../paths.js';
import { categoryOf, merged, shownEvent, type NameOf, type ShownEvent } from '../../../engine/web/present/history.js';
import { words } from '../../../engine/web/present/words.js';

const perPage = 50;

/** Keeps one number from belonging to two people; the person's own history tells the same. */
const bookkeeping = 'identifier';

export interface ShownTimeline {
  readonly events: readonly ShownEvent[];
  readonly total: number;
  readonly filters: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly older?: string;
  readonly newer?: string;
}

type Asked = Readonly<Record<string, string | undefined>>;

export function timeline(
  recorded: readonly HistoryEvent[],
  { pathway, page = '1' }: Asked,
  personId: string,
  asOf: string,
  nameOf: NameOf,
): ShownTimeline {
  const events = recorded.filter((event) => categoryOf(event) !== bookkeeping);
  const known = [...new Set(events.map(categoryOf))];
  const fitting = events
    .filter((event) => event.occurredOn <= asOf && (pathway === undefined || categoryOf(event) === pathway))
    .sort((a, b) =>
      a.occurredOn === b.occurredOn ? (a.position < b.position ? 1 : -1) : a.occurredOn < b.occurredOn ? 1 : -1,
    );
  const number = /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
  const from = (number - 1) * perPage;
  const to = (which: number) => paths.person({ personId }, { pathway, page: which });
  return {
    events: merged(fitting.slice(from, from + perPage).map((event) => shownEvent(event, nameOf))),
    total: fitting.length,
    filters: [undefined, ...known].map((category) => ({
      text: category === undefined ? 'Everything' : words(category),
      href: paths.person({ personId }, { pathway: category }),
      current: category === pathway,
    })),
    older: from + perPage < fitting.length ? to(number + 1) : undefined,
    newer: number > 1 ? to(number - 1) : undefined,
  };
}

/** Cases as the history tells of them: each stream but the person's own. One whose beginning was taken back is none any more, and has no page. */
export function casesIn(events: readonly HistoryEvent[], types: CaseTypes) {
  const first = new Map<string, HistoryEvent>();
  for (const event of events) if (!first.has(event.stream)) first.set(event.stream, event);
  const takenBack = new Set(
    events.filter(({ type }) => type === correctionFacts.withdrawn.type).map(({ data }) => data['correctsEventId']),
  );
  return [...first.values()]
    .filter((event) => ![bookkeeping, 'youngPerson'].includes(categoryOf(event)))
    .map((event) => {
      const category = categoryOf(event);
      const caseId = event.stream.slice(category.length + 1);
      if (takenBack.has(event.id)) return { text: `${words(category)}, taken back`, since: event.occurredOn };
      const href = types.of(category)?.addressOf?.({ caseId, scope: '', subjectId: caseId, subject: '' });
      return { text: words(category), since: event.occurredOn, href, pathway: types.of(category)?.of?.pathway };
    });
}
