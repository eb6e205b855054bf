// Other people's event stores: installed on first use, into a folder that no user of Onward installs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

const folder = join(root, 'bench/peers');
const installed = (name) => join(folder, 'node_modules', name, 'dist/index.js');
const core = installed('@event-driven-io/emmett');
const sqlite = installed('@event-driven-io/emmett-sqlite');

/** Emmett, or undefined with loud words when it cannot be installed here. */
export async function emmett() {
  if (!existsSync(sqlite)) {
    console.log(
      'Installing the peers to measure against (bench/peers, once; compiles SQLite where no binary can be fetched) …',
    );
    spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  try {
    const [{ CommandHandler }, { getSQLiteEventStore, sqliteConnection }] = await Promise.all(
      [core, sqlite].map((path) => import(pathToFileURL(path).href)),
    );
    return { CommandHandler, getSQLiteEventStore, sqliteConnection };
  } catch (error) {
    console.error(
      `\n!!! Emmett is NOT measured: it could not be installed or loaded here (${String(error.message).split('\n')[0]}).`,
    );
    console.error('!!! Try `npm ci --prefix bench/peers` by hand. Gates that compare with it stay open.\n');
    return undefined;
  }
}

/**
 * `defaults`: a file database as its documentation opens it, a connection for each operation.
 * `one connection`: the same with one connection kept open, which its options allow and which is its best case.
 */
export function openEmmett({ getSQLiteEventStore, sqliteConnection }, path, how) {
  const fileName = `${path}-${how}.sqlite`;
  const kept = how === 'kept' ? sqliteConnection({ fileName }) : undefined;
  const connectionOptions = kept && { singleton: true, connection: kept };
  const store = getSQLiteEventStore({
    fileName,
    schema: { autoMigration: 'CreateOrUpdate' },
    ...(connectionOptions ? { connectionOptions } : {}),
  });
  return { store, close: () => kept?.close() };
}
