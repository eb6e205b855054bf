// The filters of the waiting list: fields to choose from, and what is chosen as tags that take themselves away.
import { paths } from '../paths.js';
import { words } from '../../../engine/web/present/words.js';
import { pathways } from '../domain/codes.js';
import type { WaitsOfService } from '../queries/waits-by-service.js';

export type Given = Readonly<Record<string, string>>;

/** Places in the list: they belong to one page, not to what was chosen. */
export const withoutPlace = ({ cursor: _, ...filters }: Given): Given => filters;

export const listLink = (given: Given, change: Readonly<Record<string, string | number | undefined>> = {}): string =>
  paths.waiting.list({}, { ...withoutPlace(given), ...change });

const knownWords: Readonly<Record<string, string>> = { now: 'As known now', then: 'As known on that day' };

const named = (given: Given, name: string, label: string, codes: readonly string[], say = words) => ({
  name,
  label,
  choices: codes.map((value) => ({ value, text: say(value), selected: given[name] === value })),
});

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** `everything`: the lines of all services, whatever is chosen. */
export const filterFields = (given: Given, everything: readonly WaitsOfService[]) => [
  named(given, 'pathway', 'Pathway', pathways),
  named(given, 'service', 'Service', distinct(everything.map(({ service }) => service))),
  named(given, 'provider', 'Provider', distinct(everything.map(({ provider }) => provider))),
  named(given, 'known', 'Knowledge (WAIT-44)', ['now', 'then'], (code) => knownWords[code] ?? code),
];

export function daysWords(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return `at most ${to} days`;
  return to === undefined ? `${from} days or more` : `${from} to ${to} days`;
}

export function chosenFilters(given: Given) {
  const { fromDays, toDays } = given;
  const labels: Readonly<Record<string, string>> = { pathway: 'Pathway', service: 'Service', provider: 'Provider' };
  const chosen = Object.entries(labels).flatMap(([name, label]) => {
    const value = given[name];
    return value === undefined
      ? []
      : [{ text: `${label}: ${words(value)}`, href: listLink(given, { [name]: undefined }) }];
  });
  if (fromDays !== undefined || toDays !== undefined)
    chosen.push({
      text: `Waited: ${daysWords(fromDays, toDays)}`,
      href: listLink(given, { fromDays: undefined, toDays: undefined }),
    });
  if (given['known'] !== undefined)
    chosen.push({ text: knownWords[given['known']] ?? '', href: listLink(given, { known: undefined }) });
  return chosen;
}
