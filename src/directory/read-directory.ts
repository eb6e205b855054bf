// Reads and checks the lists of an area from its file in the data folder, and puts a new file there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { londonDate } from '../kernel/calendar/index.js';
import { OnwardError } from '../kernel/errors.js';
import { writeJsonFile } from '../data-folder/json-file.js';
import { knownKind } from '../ops/store-kind.js';
import { demoActors } from '../identity/demo-actors.js';
import { ActorsFile } from '../identity/actors-file.js';
import { demoDirectory, useDirectory } from './current.js';
import { directoryLists, isCode, type DirectoryData, type DirectoryList, type Entry } from './directory.js';

const fileName = 'directory.json';

const refused = (detail: string): OnwardError =>
  new OnwardError('file-refused', {
    detail: `The list of organisations, services, teams and workers cannot be used: ${detail}`,
    help: 'docs/files/directory.md says how the file is written.',
  });

/** Error: `file-refused`, with the first thing that is wrong. */
export function parseDirectory(text: string): DirectoryData {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw refused('it is not JSON.');
  }
  const lists = (data as { readonly lists?: Partial<Record<DirectoryList, unknown>> } | null)?.lists;
  if (typeof lists !== 'object') throw refused('it has no "lists".');
  const unknown = Object.keys(lists).find((name) => !(directoryLists as readonly string[]).includes(name));
  if (unknown !== undefined) throw refused(`there is no list called ${unknown}.`);
  return Object.fromEntries(
    directoryLists.map((list) => [list, entriesOf(list, lists[list] ?? (list === 'roles' ? demoDirectory.roles : []))]),
  ) as DirectoryData;
}

function entriesOf(list: DirectoryList, given: unknown): readonly Entry[] {
  if (!Array.isArray(given)) throw refused(`"${list}" is not a list.`);
  const codes = new Set<string>();
  for (const [at, entry] of (given as readonly Partial<Entry>[]).entries()) {
    const where = `entry ${at + 1} of "${list}"`;
    if (typeof entry.code !== 'string' || !isCode(entry.code))
      throw refused(`${where} needs a code of small letters, digits, dots and hyphens.`);
    if (typeof entry.name !== 'string' || entry.name.trim() === '') throw refused(`${where} needs a name.`);
    if (codes.has(entry.code)) throw refused(`${where} has a code that is there already.`);
    codes.add(entry.code);
  }
  return given as readonly Entry[];
}

/** Of a live store without the file the lists are empty: nothing can be named until they are loaded. */
export function readDirectory(dataFolder: string): DirectoryData {
  const file = join(dataFolder, fileName);
  const isDemo = knownKind(dataFolder) !== 'live';
  const listed = existsSync(file) ? parseDirectory(readFileSync(file, 'utf8')) : isDemo ? demoDirectory : nothing;
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

const nothing: DirectoryData = { organisations: [], services: [], teams: [], workers: [], roles: demoDirectory.roles };

/** From here on this process checks and reads by the lists of this data folder. */
export function openDirectory(dataFolder: string): void {
  const accounts = new ActorsFile(join(dataFolder, 'actors.json'));
  const known = (id: string) => accounts.now().find((one) => one.id === id);
  useDirectory(
    readDirectory(dataFolder),
    (id) => known(id) !== undefined,
    (id) => known(id)?.leftAt !== undefined,
  );
}

/** Error: `file-refused`, also when a code that is on the lists today would be gone: it ends with a date instead. */
export function writeDirectory(dataFolder: string, text: string): DirectoryData {
  const data = parseDirectory(text);
  const file = join(dataFolder, fileName);
  if (existsSync(file)) {
    const before = parseDirectory(readFileSync(file, 'utf8'));
    for (const list of directoryLists) {
      const now = new Set(data[list].map(({ code }) => code));
      const gone = before[list].find(({ code }) => !now.has(code));
      if (gone) throw refused(`${gone.code} of "${list}" is gone. What has ended keeps its code and gets "to".`);
    }
  }
  writeJsonFile(file, JSON.parse(text));
  return data;
}
