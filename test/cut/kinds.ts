// What is killed, and how often of each so many kills. The short form of every `npm test` leaves out what takes long.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnpackedReturn } from '../fixtures/unpack.js';
import { chance } from './chance.js';
import { CutAppends } from './cut-appends.js';
import { CutLists } from './cut-lists.js';
import { CutLoads } from './cut-loads.js';
import type { Kind } from './place.js';
import type { KindOfWork } from './take-turns.js';

export interface KindToCut extends KindOfWork {
  readonly short: boolean;
}

type Begin = (what: string, luck: () => number) => ReturnType<KindOfWork['begin']>;
type Line = readonly [what: string, weight: number, short: 'short' | 'long', begin: Begin];

const waiting = join(__dirname, '..', '..', 'samples', 'waiting-list.csv');

type Files = Pick<UnpackedReturn, 'xml' | 'csvFolder'>;

/** Each has a chance of its own: its moments follow from the seed, however the turns of the others fall. */
export function kindsToCut(seed: number, files: () => Files): readonly KindToCut[] {
  const appends =
    (kind: Kind): Begin =>
    (_, luck) =>
      Promise.resolve(new CutAppends(kind, seed, luck));
  const loads =
    (kind: Kind, path: () => string): Begin =>
    (what, luck) =>
      CutLoads.begin(what, kind, path(), luck);
  const lists =
    (work: 'project' | 'rebuild', kind: Kind, path: () => string): Begin =>
    (what, luck) =>
      CutLists.begin(what, work, kind, path(), luck);
  const csv = () => waiting;
  const few = () => fewOf(waiting, files().csvFolder);
  const xml = () => files().xml;
  const lines: readonly Line[] = [
    ['append, sqlite', 18, 'short', appends('sqlite')],
    ['append, eventstoredb', 8, 'short', appends('eventstoredb')],
    ['load waiting, sqlite', 4, 'short', loads('sqlite', csv)],
    ['load waiting, eventstoredb', 2, 'long', loads('eventstoredb', few)],
    ['load sen2, sqlite', 1, 'long', loads('sqlite', xml)],
    ['projecting, sqlite', 4, 'short', lists('project', 'sqlite', csv)],
    ['projecting, eventstoredb', 2, 'long', lists('project', 'eventstoredb', few)],
    ['rebuild and switch, sqlite', 4, 'short', lists('rebuild', 'sqlite', csv)],
    ['rebuild and switch, eventstoredb', 2, 'long', lists('rebuild', 'eventstoredb', few)],
    ['rebuild and switch of sen2, sqlite', 1, 'long', lists('rebuild', 'sqlite', xml)],
  ];
  return lines.map(([what, weight, short, begin], index) => {
    const luck = chance(seed + 1000 * index);
    return { what, weight, short: short === 'short', begin: () => begin(what, luck) };
  });
}

/** Each append is two calls to EventStoreDB or more: loading the whole list anew after every few kills took most of the time. */
function fewOf(csv: string, folder: string): string {
  const path = join(folder, 'few-waiting.csv');
  writeFileSync(path, `${readFileSync(csv, 'utf8').split('\n').slice(0, 13).join('\n')}\n`);
  return path;
}
