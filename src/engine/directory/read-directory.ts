// Reads and checks the lists of an area from its file in the data folder, and puts a new file there.
import { join } from 'node:path';
import { isCivilDate, isDateFromOutside, londonDate } from '../../kernel/calendar/index.js';
import { isOnwardError, OnwardError } from '../../kernel/errors.js';
import { readJson, writeJsonFile } from '../../store/data-folder/json-file.js';
import { knownKind } from '../../store/store-kind.js';
import { demoActors } from '../access/demo-actors.js';
import { ActorsFile } from '../access/actors-file.js';
import { demoDirectory, useDirectory } from '../../rules/directory/current.js';
import {
  directoryLists,
  isCode,
  type DirectoryData,
  type DirectoryList,
  type Entry,
} from '../../rules/directory/directory.js';

const fileName = 'directory.json';

const refused = (detail: string): OnwardError =>
  new OnwardError('file-refused', {
    detail: `The list of organisations, services, teams and workers cannot be used: ${detail}`,
    help: 'docs/files/directory.md says how the file is written.',
  });

const remedy = 'Restore directory.json from a backup, or load the lists anew: npx onward directory load <file>.';

/** Of a file that is to be loaded. Error: `file-refused`, with the first thing that is wrong. */
export function parseDirectory(text: string): DirectoryData {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw refused('it is not JSON.');
  }
  return directoryOf(data);
}

/** Error: `file-refused`, with the first thing that is wrong. */
function directoryOf(data: unknown): DirectoryData {
  const lists = isObject(data) ? data['lists'] : undefined;
  if (!isObject(lists)) throw refused('it has no "lists".');
  const unknown = Object.keys(lists).find((name) => !(directoryLists as readonly string[]).includes(name));
  if (unknown !== undefined) throw refused(`there is no list called ${unknown}.`);
  return Object.fromEntries(
    directoryLists.map((list) => [list, entriesOf(list, lists[list] ?? (list === 'roles' ? demoDirectory.roles : []))]),
  ) as DirectoryData;
}

function entriesOf(list: DirectoryList, given: unknown): readonly Entry[] {
  if (!Array.isArray(given)) throw refused(`"${list}" is not a list.`);
  const codes = new Set<unknown>();
  for (const [at, entry] of (given as readonly unknown[]).entries()) {
    const where = `entry ${at + 1} of "${list}"`;
    if (!isObject(entry)) throw refused(`${where} is not an entry: { "code": …, "name": … }.`);
    const wrong = wrongIn(list, entry);
    if (wrong !== undefined) throw refused(`${where} ${wrong}.`);
    if (codes.has(entry['code'])) throw refused(`${where} has a code that is there already.`);
    codes.add(entry['code']);
  }
  return given as readonly Entry[];
}

type Read = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Read =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const areAll = (value: unknown, fits: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(fits);
const isDay = (value: unknown): boolean => value === undefined || (isCivilDate(value) && isDateFromOutside(value));

/** Where organisations are received by: only there somebody looks at what is received. */
const providers: readonly DirectoryList[] = ['organisations', 'teams'];

/** A field that nobody reads is a word that somebody misspelt: what it should do would be missing in silence. */
function wrongIn(list: DirectoryList, entry: Read): string | undefined {
  const { code, name, also = [], receives = [], adultCare = false, from, to, ...others } = entry;
  if (typeof code !== 'string' || !isCode(code))
    return 'needs a code of small letters, digits, dots and hyphens; seven digits and more need a letter, because they could be a telephone number';
  if (!isText(name)) return 'needs a name';
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return `has a field that there is not: ${unknown}`;
  if (!areAll(also, isText)) return 'needs "also" as a list of names';
  if (entry['receives'] !== undefined && !providers.includes(list))
    return 'has "receives", which stands with organisations and teams only';
  if (!areAll(receives, (one) => typeof one === 'string' && /^[A-Z][A-Z0-9_]*$/.test(one)))
    return 'needs "receives" as a list of destinations (TRN-50), like ADULT_LD';
  if (typeof adultCare !== 'boolean' || (entry['adultCare'] !== undefined && list !== 'organisations'))
    return 'needs "adultCare" as true or false, with organisations only';
  if (!isDay(from) || !isDay(to)) return 'needs "from" and "to" as days, like 2026-04-01';
  if (typeof from === 'string' && typeof to === 'string' && to < from) return 'ends ("to") before it begins ("from")';
  return undefined;
}

/** A destination that there is not would be received by nobody, in silence. Error: `file-refused`. */
export function checkReceived(data: DirectoryData, destinations: readonly string[]): void {
  for (const list of providers)
    for (const { code, receives = [] } of data[list]) {
      const unknown = receives.find((one) => !destinations.includes(one));
      if (unknown !== undefined)
        throw refused(`${code} of "${list}" receives ${unknown}, which is no destination (TRN-50).`);
    }
}

/**
 * Of a live store without the file the lists are empty: nothing can be named until they are loaded. Where nobody knows what kind of store it
 * is, it is taken for no demo (ADR 42).
 */
export function readDirectory(dataFolder: string): DirectoryData {
  const isDemo = isOfDemo(dataFolder);
  const listed = listsOf(dataFolder);
  const accounts = [...new ActorsFile(join(dataFolder, 'actors.json')).now(), ...(isDemo ? demoActors() : [])];
  const workers = new Map<string, Entry>(
    accounts.map(({ id, name, leftAt }) => [id, { code: id, name, to: leftAt && londonDate(leftAt) }]),
  );
  for (const worker of listed.workers) workers.set(worker.code, worker);
  const organisations = new Map(listed.organisations.map((one) => [one.code, one]));
  // Whoever has an account works somewhere: that is known without a list.
  for (const { organisation } of accounts)
    if (!organisations.has(organisation)) organisations.set(organisation, { code: organisation, name: organisation });
  return { ...listed, workers: [...workers.values()], organisations: [...organisations.values()] };
}

const isOfDemo = (dataFolder: string): boolean => knownKind(dataFolder) === 'demo';

const listsOf = (dataFolder: string): DirectoryData =>
  listedIn(dataFolder) ?? (isOfDemo(dataFolder) ? demoDirectory : nothing);

function listedIn(dataFolder: string): DirectoryData | undefined {
  const data = readJson(join(dataFolder, fileName), remedy);
  return data === undefined ? undefined : directoryOf(data);
}

const nothing: DirectoryData = { organisations: [], services: [], teams: [], workers: [], roles: demoDirectory.roles };

/**
 * From here on this process checks and reads by the lists of this data folder. Error: `file-refused` also where one of them receives what is no
 * destination: the file may have been changed by hand.
 */
export function openDirectory(dataFolder: string, destinations: readonly string[]): void {
  const accounts = new ActorsFile(join(dataFolder, 'actors.json'));
  const ofDemo = isOfDemo(dataFolder) ? demoActors() : [];
  const accountOf = (id: string) => [...accounts.now(), ...ofDemo].find((one) => one.id === id);
  const listed = listsOf(dataFolder);
  checkReceived(listed, destinations);
  useDirectory(readDirectory(dataFolder), accountOf, listed);
}

/**
 * Error: `file-refused`, also when a code that is on the lists today would be gone: it ends with a date instead. Where the lists of today cannot
 * be used, nothing is held against them, and `unread` says why: loading anew is how they are mended.
 */
export function writeDirectory(
  dataFolder: string,
  text: string,
): { readonly data: DirectoryData; readonly unread?: string } {
  const data = parseDirectory(text);
  const { before, unread } = listedBefore(dataFolder);
  if (before) {
    for (const list of directoryLists) {
      const now = new Set(data[list].map(({ code }) => code));
      const gone = before[list].find(({ code }) => !now.has(code));
      if (gone) throw refused(`${gone.code} of "${list}" is gone. What has ended keeps its code and gets "to".`);
    }
  }
  writeJsonFile(join(dataFolder, fileName), JSON.parse(text));
  return { data, unread };
}

function listedBefore(dataFolder: string): { readonly before?: DirectoryData; readonly unread?: string } {
  try {
    return { before: listedIn(dataFolder) };
  } catch (error) {
    if (!isOnwardError(error)) throw error;
    return { unread: error.parts.detail };
  }
}
