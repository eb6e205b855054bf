// The record of reading as a table: what one page asked is one line.
import type { NameOf } from '../../web/present/history.js';
import { words } from '../../web/present/words.js';
import type { RecordViews } from '../views/list-views.js';

type RecordView = RecordViews['items'][number];

export interface ShownView {
  readonly at: string;
  readonly by: string;
  readonly role: string;
  readonly organisation: string;
  readonly what: readonly string[];
  /** How many people or cases the largest of the answers showed. */
  readonly shown: number;
  /** Asked for, and not shown. */
  readonly refused: boolean;
}

/** As many letters of an instant as tell the minute. */
const minute = '2026-06-01T09:00'.length;

/** `GetEhcPlan` → `EHC plan`. */
export const questionInWords = (query: string): string => words(query.replace(/^(Get|Ask|List|Find|Count)/, ''));

export function shownViews(items: readonly RecordView[], nameOf: NameOf): ShownView[] {
  const groups: RecordView[][] = [];
  for (const item of items) {
    const group = groups[groups.length - 1];
    const first = group?.[0];
    // The sender chooses the id: one that is sent again and again must not make many looks into one.
    const same =
      first?.actor.id === item.actor.id &&
      first.refused === item.refused &&
      first.correlationId === item.correlationId &&
      first.at.slice(0, minute) === item.at.slice(0, minute);
    if (group && same && item.correlationId !== undefined) group.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => {
    const { at, actor } = group[group.length - 1]!;
    return {
      at,
      by: nameOf(actor.id),
      role: words(actor.role),
      organisation: words(actor.organisation),
      what: [...new Set(group.map(({ query }) => questionInWords(query)))].sort(),
      shown: Math.max(...group.map(({ shown }) => shown)),
      refused: group[0]?.refused === true,
    };
  });
}
