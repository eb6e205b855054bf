// An event as a person reads it: what happened when, who recorded it when, and its further words.
import type { HistoryEvent } from '../../audit/queries/history-page.js';
import { formatDate, isCivilDate, londonDate } from '../../../kernel/calendar/index.js';
import { numberedSchool } from '../../schools/school-words.js';
import { moment } from './dates.js';
import { inWords, isKnownCode, words } from './words.js';

export interface ShownEvent {
  readonly id: string;
  readonly title: string;
  readonly pathway: string;
  readonly on: string;
  /** Set when it was recorded on another day than it happened. */
  readonly recordedLater?: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly role: string;
  readonly source?: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
}

export type NameOf = (actorId: string) => string;

export const categoryOf = ({ stream }: Pick<HistoryEvent, 'stream'>): string => stream.slice(0, stream.indexOf('-'));

const untold: Readonly<Record<string, readonly { readonly label: string; readonly value: string }[]>> = {
  destroyed: [{ label: 'Personal data', value: 'destroyed' }],
  withheld: [{ label: 'What was written', value: 'for other roles (SHARE matrix)' }],
};

export function shownEvent(event: HistoryEvent, nameOf: NameOf): ShownEvent {
  const { id, type, occurredOn, recordedAt, actor, source, data, personalFields, schools = {} } = event;
  const later = londonDate(recordedAt) !== occurredOn;
  return {
    id,
    title: words(type),
    pathway: words(categoryOf(event)),
    on: occurredOn,
    recordedLater: later ? moment(recordedAt) : undefined,
    recordedAt: moment(recordedAt),
    by: nameOf(actor.id),
    role: words(actor.role),
    source: source ? `${words(source.kind)} file, line ${source.line}` : undefined,
    details: [...(untold[personalFields] ?? []), ...(personalFields === 'destroyed' ? [] : linesOf(data, schools))],
  };
}

/** The same thing recorded on one day for several people or roles is one entry: five letters are not five events to a reader. */
export function merged(events: readonly ShownEvent[]): ShownEvent[] {
  const found: ShownEvent[] = [];
  for (const event of events) {
    const last = found[found.length - 1];
    const same =
      last &&
      last.title === event.title &&
      last.on === event.on &&
      last.by === event.by &&
      last.pathway === event.pathway;
    if (!same || Boolean(last.recordedLater) !== Boolean(event.recordedLater)) found.push(event);
    else found[found.length - 1] = { ...last, details: together(last.details, event.details) };
  }
  return found;
}

type Lines = ShownEvent['details'];

const together = (first: Lines, second: Lines): Lines =>
  [...new Set([...first, ...second].map(({ label }) => label))].map((label) => {
    const values = [...first, ...second].filter((line) => line.label === label).map(({ value }) => value);
    return { label, value: [...new Set(values)].join('; ') };
  });

/** Ids are for machines; a rule pack is told by "Why this date?". */
const unsaid = /(^|\.)(\w*Ids?|rulePack\b.*|eventId)$/;

/** Fields that name a school or college by its number. */
const ofSchool = /^(urn|ukprn|institution)$/;

/** `schools`: names by number, as the day of the event had them. */
function linesOf(
  data: Readonly<Record<string, unknown>>,
  schools: Readonly<Record<string, string>> = {},
  above = '',
): { label: string; value: string }[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const path = above + name;
    if (unsaid.test(path) || value === undefined || value === null) return [];
    if (name === 'changes' && Array.isArray(value)) return value.flatMap(changedLines);
    if (typeof value === 'object' && !Array.isArray(value))
      return linesOf(value as Readonly<Record<string, unknown>>, schools, `${path}.`);
    if (ofSchool.test(name) && typeof value === 'string')
      return [{ label: 'School or college', value: numberedSchool(value, schools[value]) }];
    return [{ label: words(name), value: valueInWords(value, name) }];
  });
}

/** What a correction changed: the field under its own name, as it is called everywhere. */
const changedLines = ({ field, ...values }: Readonly<Record<string, unknown>>): Lines[number][] => [
  { label: 'Field', value: words(String(field)) },
  ...linesOf(values),
];

/** `name`: of the field that holds it. */
export function valueInWords(value: unknown, name = ''): string {
  // That a list was said and is empty is said too: nothing was missing, nobody was told.
  if (Array.isArray(value) && value.length === 0) return 'none';
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, name)).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([part, of]) => valueInWords(of, part))
      .join(' ');
  if (isCivilDate(value)) return formatDate(value);
  // A code is small letters with hyphens, or capitals that have words; everything else is what somebody wrote.
  const text = String(value);
  if (isCapitalCode(text, name)) return words(text);
  return /^[a-z]+(-[a-z0-9]+)*$/.test(text) ? inWords(text) : text;
}

/** Two letters may as well be somebody's initials, unless the field is a code. */
const isCapitalCode = (text: string, name: string): boolean =>
  (name === 'code' || text.length > 2) && /^[A-Z][A-Z0-9_]+$/.test(text) && isKnownCode(text);
