// A dated fact in the state. Every date keeps the id of its event, so that a correction finds it wherever it stands.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { correctionFacts } from '../../../kernel/corrections.js';

export interface Entry {
  readonly on: CivilDate;
  readonly eventId: string;
  /** Set when this is not the date of the event itself but a further one that it carries: `meetingOn`, `from`. */
  readonly field?: string;
}

/** A fact of which only a return is the evidence. */
export interface Sourced extends Entry {
  readonly source?: 'return';
  /** Reference date of that return. */
  readonly returnOn?: CivilDate;
}

type Change = (entry: Entry) => Entry | undefined;

const isEntry = (value: object): value is Entry => 'eventId' in value && 'on' in value;

function mapValue(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map((each) => mapValue(each, change)).filter((each) => each !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const kept = isEntry(value) ? change(value) : value;
  return kept && Object.fromEntries(Object.entries(kept).map(([name, part]) => [name, mapValue(part, change)]));
}

/** The same tree with each dated fact changed, or left out where the change answers nothing. */
export const mapEntries = <T extends object>(tree: T, change: Change): T => mapValue(tree, change) as T;

/** Every dated fact in the tree. Asked at every command, so it walks without building anything anew. */
export function entriesOf(tree: object): Entry[] {
  const found: Entry[] = [];
  collect(tree, found);
  return found;
}

function collect(value: unknown, found: Entry[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, found);
    return;
  }
  if (isEntry(value)) found.push(value);
  for (const name in value) collect((value as Readonly<Record<string, unknown>>)[name], found);
}

/** The day of the earliest fact in the tree; dates that an event carries beside its own do not count. Asked at every event of a review. */
export function earliestDay(value: unknown): CivilDate | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  let found = !Array.isArray(value) && isEntry(value) && value.field === undefined ? value.on : undefined;
  for (const name in value) {
    const within = earliestDay((value as Readonly<Record<string, unknown>>)[name]);
    if (within !== undefined && (found === undefined || within < found)) found = within;
  }
  return found;
}

export const fieldOf = (entry: Entry): string => entry.field ?? 'on';

/** Another date for it, recorded on a day for a reason. */
export const dateCorrected = (on: CivilDate, entry: Entry, to: CivilDate, reason: string) =>
  correctionFacts.corrected.fact(on, {
    correctsEventId: entry.eventId,
    changes: [{ field: entry.field ?? 'occurredOn', from: entry.on, to }],
    reason,
  });

export const earliestOf = <E extends Entry>(entries: readonly (E | undefined)[]): E | undefined =>
  entries.reduce((found, entry) => (entry && (!found || entry.on < found.on) ? entry : found), undefined);

/** Of two on the same day the later one in the list. */
export const latestOf = <E extends Entry>(entries: readonly (E | undefined)[]): E | undefined =>
  entries.reduce((found, entry) => (entry && (!found || entry.on >= found.on) ? entry : found), undefined);
