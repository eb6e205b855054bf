// A file of events that is lost, or that ends before what was made from it: told from what lies beside it in the data folder (docs/adr/0042).
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { headOf } from '../../store/sqlite/head-of.js';
import type { Position } from '../../store/port.js';
import { OnwardError } from '../../kernel/errors.js';
import { start } from '../../engine/processing/read-models.js';
import { isDamage } from '../../store/sqlite-files/errors.js';
import { openDatabase, type Database } from '../../store/sqlite-files/open-database.js';

/** A file of no bytes holds nothing, whatever its name says. */
export const holdsBytes = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

/**
 * Only a folder that never had events begins without any: whatever is recorded after a loss would stand at positions that the lists
 * have passed, and nobody would ever see it. Error: `store-unavailable`.
 */
export function requireEvents(data: string): void {
  // Before the events: another process may be recording at this moment, and its lists follow.
  const furthest = furthestPlace(data);
  const file = join(data, 'events.sqlite');
  const head = orIfDamaged('damaged' as const, () => (holdsBytes(file) ? headOf(file) : 'no table'));
  if (head === 'damaged') return; // whoever opens the file says so
  if (head === 'no table' && (furthest !== undefined || knowsPeople(data)))
    throw lost(
      `events.sqlite ${existsSync(file) ? 'holds nothing' : 'is missing from the data folder'}, though ${
        furthest === undefined ? 'keys.sqlite knows people' : `the lists stand at event ${Number(furthest)}`
      }.`,
    );
  if (head !== 'no table' && furthest !== undefined && (head === undefined || furthest > head))
    throw lost(
      `events.sqlite ends ${head === undefined ? 'before the first event' : `at event ${Number(head)}`}, though the lists stand at event ${Number(furthest)}: events are lost.`,
    );
}

const lost = (detail: string): OnwardError =>
  new OnwardError('store-unavailable', {
    detail: `${detail} Nothing is opened: what would be recorded now would not be seen.`,
    help: 'Keep the folder as it is, and restore the events and the keys from the same backup into a new folder.',
  });

/** How far any list or process manager has come; undefined where none has begun. */
function furthestPlace(data: string): Position | undefined {
  const folder = join(data, 'read-models');
  const lists = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sqlite')) : [];
  const files = [...lists.map((name) => join(folder, name)), join(data, 'process-managers.sqlite')];
  const places = files.map((file) => asked<string>(file, 'SELECT max(position) AS found FROM checkpoint'));
  const furthest = places.reduce<string>((last, place) => (place !== undefined && place > last ? place : last), start);
  return furthest === start ? undefined : (furthest as Position);
}

/** Somebody who was forgotten was known, too. */
const knowsPeople = (data: string): boolean =>
  asked(
    join(data, 'keys.sqlite'),
    'SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM keys) OR EXISTS (SELECT 1 FROM destroyed)',
  ) !== undefined;

/** Undefined where the file tells nothing: it is not there, half made, or damaged, which whoever opens it says. */
function asked<T>(path: string, sql: string): T | undefined {
  if (!holdsBytes(path)) return undefined;
  let database: Database | undefined;
  try {
    database = openDatabase(path, { readOnly: true });
    return (database.prepare(sql).get() as { found: T | null } | undefined)?.found ?? undefined;
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
}

function orIfDamaged<T, D>(damaged: D, work: () => T): T | D {
  try {
    return work();
  } catch (error) {
    if (isDamage(error)) return damaged;
    throw error;
  }
}
