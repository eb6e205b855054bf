// The closed lists of an area: which organisations, services, teams and workers there are. Nothing is named that is not on one of them.
import { createHash } from 'node:crypto';
import { isClearId } from '../../kernel/clear-id.js';
import { invalid, type OnwardError } from '../../kernel/errors.js';

export interface Entry {
  readonly code: string;
  readonly name: string;
  /** Other names and codes under which it is written. */
  readonly also?: readonly string[];
  /** The services of TRN-50 that this organisation provides: what it received, its clinicians see (TRN-43). */
  readonly receives?: readonly string[];
  /** Adults are cared for there, whatever a transition may choose it for: young people of Ready Steady Go move there. */
  readonly adultCare?: boolean;
  readonly from?: string;
  /** First day on which there is no such thing any more. What was said of it before stands. */
  readonly to?: string;
}

export const directoryLists = ['organisations', 'services', 'teams', 'workers', 'roles'] as const;
export type DirectoryList = (typeof directoryLists)[number];
/** From which lists a name may come: a team acts as an organisation does, and a contact is promised by any of them. */
const places = {
  organisations: ['organisations', 'teams'],
  services: ['services'],
  teams: ['teams'],
  workers: ['workers'],
  promisers: ['roles', 'organisations', 'teams', 'services'],
} as const satisfies Readonly<Record<string, readonly DirectoryList[]>>;
export type Named = keyof typeof places;
export const namedKinds = Object.keys(places) as readonly Named[];

export type DirectoryData = Readonly<Record<DirectoryList, readonly Entry[]>>;

/** `jane.doe`, `north-team`: how a code is written. */
const codeShape = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Codes that are national: a local authority by its DfE number, an ICB by its ODS code. */
const national = /^(?:\d{3}|Q[A-Z0-9]{2})$/;
/** An old record named something that is on no list: told apart, never read out. */
const unlisted = /^unlisted-[0-9a-f]{8}$/;

export const isCode = (text: string): boolean => text.length <= 60 && codeShape.test(text) && isClearId(text);
/** A list that came from elsewhere said "adult services" and not which. */
export const notSaidWhich = 'adult-mental-health-services';
/** In every area. */
const everywhere: readonly Entry[] = [
  { code: 'onward', name: 'Onward' },
  { code: notSaidWhich, name: 'Adult mental-health services, not said which' },
];
/** Of whom nobody knows who it is: such a recipient is told nothing, and a refusal towards it is one towards everybody. */
export const isNobodyKnown = (code: string): boolean => code === notSaidWhich || isUnlisted(code);
export const isUnlisted = (code: string): boolean => unlisted.test(code);

/** `Seaborough Community` and `seaborough-community` are the same text. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');

export class Directory {
  private readonly codes: Readonly<Record<DirectoryList, ReadonlyMap<string, Entry>>>;
  private readonly texts: Readonly<Record<DirectoryList, ReadonlyMap<string, string>>>;

  readonly data: DirectoryData;

  constructor(given: DirectoryData) {
    const known = new Set(given.organisations.map(({ code }) => code));
    const built = everywhere.filter(({ code }) => !known.has(code));
    const data = { ...given, organisations: [...built, ...given.organisations] };
    this.data = data;
    const each = <T>(make: (entries: readonly Entry[]) => T) =>
      Object.fromEntries(directoryLists.map((list) => [list, make(data[list])])) as Record<DirectoryList, T>;
    this.codes = each((entries) => new Map(entries.map((entry) => [entry.code, entry])));
    this.texts = each((entries) => textsOf(entries));
  }

  entry(list: DirectoryList, code: string): Entry | undefined {
    return this.codes[list].get(code);
  }

  /** May be recorded. A worker may also be one whom a loaded file named: then an id that follows from the file. */
  knows(named: Named, code: string): boolean {
    return (
      places[named].some((list) => this.codes[list].has(code)) ||
      (named === 'organisations' && national.test(code)) ||
      (named === 'workers' && uuid.test(code))
    );
  }

  /** The code that a text means: the code itself, or exactly a name but for capitals, spaces and marks. */
  codeOf(named: Named, text: string): string | undefined {
    if (this.knows(named, text)) return text;
    const meant = normalised(text);
    for (const list of places[named]) {
      const code = this.texts[list].get(meant);
      if (code !== undefined) return code;
    }
    return undefined;
  }

  /** How a text of before there were lists reads now. The names of workers' accounts stay, also of those who left. */
  lifted(named: Named, text: string): string {
    const code = this.codeOf(named, text);
    if (code !== undefined) return code;
    if (named === 'workers' && isCode(text) && !/^\d+$/.test(text)) return text;
    return isUnlisted(text) ? text : `unlisted-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  }

  /** Those that there are on a day, by name. */
  on(list: DirectoryList, day: string): readonly Entry[] {
    return this.data[list]
      .filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || to > day))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Organisations that take adults over: they say so, or receive from CAMHS more than a GP does. Where the lists say it of none, all are named. */
  adultServices(day: string): readonly Entry[] {
    const all = this.on('organisations', day);
    const known = all.filter(
      ({ adultCare, receives = [] }) => adultCare === true || receives.some((one) => one !== 'PRIMARY_CARE_GP'),
    );
    return known.length > 0 ? known : all;
  }

  /** The services of TRN-50 that an organisation or team provides: none where the lists do not say so. */
  receivedBy(organisation: string): readonly string[] {
    return places.organisations.flatMap((list) => this.codes[list].get(organisation)?.receives ?? []);
  }

  /** For a person; undefined for what is on no list. */
  nameOf(code: string): string | undefined {
    for (const list of directoryLists) {
      const found = this.codes[list].get(code);
      if (found) return found.name;
    }
    return isUnlisted(code) ? `Not on the list (${code.slice('unlisted-'.length)})` : undefined;
  }
}

/** Changes when a text of before there were lists may read as another code: what ends, or receives what, changes no reading. */
export const readingOf = (data: DirectoryData): string =>
  createHash('sha256')
    .update(
      JSON.stringify(directoryLists.map((list) => data[list].map(({ code, name, also = [] }) => [code, name, also]))),
    )
    .digest('hex')
    .slice(0, 16);

/** A text that two entries share means neither. */
function textsOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const { code, name, also = [] } of entries)
    for (const text of new Set([code, name, ...also].map(normalised))) {
      if (found.has(text)) twice.add(text);
      found.set(text, code);
    }
  for (const text of twice) found.delete(text);
  return found;
}

const inWords: Readonly<Record<Named, string>> = {
  organisations: 'organisations',
  services: 'services',
  teams: 'teams',
  workers: 'workers',
  promisers: 'organisations, services, teams and roles',
};

/** What everybody is told who names what is not listed. Never the text itself. */
export const notListedWords = (named: Named): string =>
  `is not on the area's list of ${inWords[named]}. GET /api/v1/directory shows the list; \`npx onward directory load\` changes it`;

export const notListed = (named: Named, field: string): OnwardError => invalid(field, notListedWords(named));
