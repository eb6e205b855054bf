// Reads every rule pack of a folder: a new file there is all that a change of law needs.
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { checkPack } from './check-pack.js';
import { registerPacks } from './register-packs.js';
import type { Packs } from './register-packs.js';

const SHIPPED = new URL('./packs/', import.meta.url);

/** The packs that ship with Onward, and those of further folders (an area's own protocol, a law to come). */
export function loadPacks(...furtherFolders: readonly string[]): Packs {
  const folders = [SHIPPED, ...furtherFolders.map((folder) => pathToFileURL(`${folder}/`))];
  return registerPacks(folders.flatMap(packsIn));
}

const packsIn = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => checkPack(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name));
