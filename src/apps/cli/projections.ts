// `onward projections`: how far each has come and how far it is behind; pause one, let it go on; build all of them anew.
import { Command } from 'commander';
import { projections } from '../cases.js';
import { notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { checkpoints, pauseByHand, resume, type Checkpoint } from '../../engine/processing/checkpoints.js';
import { lagOf, lagText } from '../../engine/processing/lag.js';
import { readSettings } from '../ops/settings.js';
import { openForProjecting } from '../../engine/processing/read-models.js';
import { partThread } from '../projecting/part-thread.js';
import { casesSetAside, tryAgain } from '../../engine/processing/set-aside.js';
import { rebuild } from '../../engine/processing/rebuild.js';
import type { Opened } from '../ops/foundations.js';
import { giveWay } from './give-way.js';
import { say } from './say.js';
import { withFoundations } from './with-foundations.js';
import { timed } from './timed.js';

export function projectionsCommand(): Command {
  const command = new Command('projections').description('the lists that are made from the events');
  command
    .command('list')
    .description('shows how far each has come, process managers too, and which is paused at which event')
    .action(() => withFoundations(list));
  command
    .command('lag')
    .description('shows how far behind the head each is, in events and in seconds; status 1 when one is paused')
    .action(() => withFoundations(lag));
  command
    .command('pause')
    .argument('<name>', 'name of a projection or process manager')
    .description('holds one where it is, in a running server too, until it is resumed; pages go on showing what it has')
    .action((name: string) => withFoundations((opened) => pauseOne(opened, name)));
  command
    .command('resume')
    .argument('<name>', 'name of a paused projection or process manager')
    .description(
      'lets a paused projection or process manager try again from the event at which it stopped, and the cases that it set aside',
    )
    .action((name: string) => withFoundations((opened) => resumeOne(opened, name)));
  command
    .command('rebuild')
    .description('builds all lists anew beside the ones in use, then switches; a running server follows')
    .action(() => withFoundations(rebuildAll));
  return command;
}

function inUse({ files }: Opened): ReturnType<typeof openForProjecting> {
  const file = files.current();
  if (file === undefined) throw notFound('read model', 'current');
  return openForProjecting(file);
}

async function list(opened: Opened): Promise<void> {
  const head = await opened.stores.store.head();
  const db = inUse(opened);
  for (const place of checkpoints(db)) sayPlace(place, head);
  for (const { projection, stream, event, revision, since, reason } of casesSetAside(db))
    say(`SET ASIDE in ${projection}: ${stream}, since ${since} at event ${event} (revision ${revision}): ${reason}`);
  db.database.close();
  const managers = opened.places.list();
  if (managers.length > 0) say('process managers:');
  for (const place of managers) sayPlace(place, head);
}

function sayPlace(place: Checkpoint, head: string | undefined): void {
  const { projection, position, events, pausedAt, pausedEvent, pausedStream, pausedRevision, reason } = place;
  const state = pausedAt === null ? (position === (head ?? '') ? 'at the head' : 'catching up') : 'PAUSED';
  say(
    `${projection.padEnd(24)} ${state.padEnd(12)} ${String(events).padStart(10)} events, position ${position || 'start'}`,
  );
  const where = pausedEvent === null ? '' : ` at event ${pausedEvent} (${pausedStream}, revision ${pausedRevision})`;
  if (pausedAt !== null) say(`  since ${pausedAt}${where}: ${reason}`);
}

async function lag(opened: Opened): Promise<void> {
  const db = inUse(opened);
  const places = [...checkpoints(db), ...opened.places.list()];
  db.database.close();
  const lags = new Map<string, string>();
  for (const { projection, position, pausedAt } of places) {
    if (!lags.has(position))
      lags.set(position, lagText(await lagOf(opened.stores.store, position, opened.foundations.clock.now())));
    say(`${projection.padEnd(24)} ${lags.get(position)}${pausedAt === null ? '' : ', PAUSED'}`);
    if (pausedAt !== null) process.exitCode = 1;
  }
}

async function pauseOne(opened: Opened, name: string): Promise<void> {
  const db = opened.places.has(name) ? opened.places.db : inUse(opened);
  if (!checkpoints(db).some(({ projection }) => projection === name))
    throw notFound('projection or process manager', name);
  // A power cut must not undo what a person decided.
  db.database.exec('PRAGMA synchronous = FULL');
  pauseByHand(db, name, opened.foundations.clock.now());
  if (db !== opened.places.db) db.database.close();
  await list(opened);
  say(`To let it go on: npx onward projections resume ${name}. A rebuild begins with none paused.`);
}

async function resumeOne(opened: Opened, name: string): Promise<void> {
  if (opened.places.has(name)) {
    // A running server takes it up; here nothing is opened or withdrawn.
    opened.places.resume(name);
    return list(opened);
  }
  const db = inUse(opened);
  if (!checkpoints(db).some(({ projection }) => projection === name))
    throw notFound('projection or process manager', name);
  resume(db, name);
  tryAgain(db, name);
  db.database.close();
  await opened.projecting.catchUp();
  await list(opened);
}

async function rebuildAll({ files, stores, foundations }: Opened): Promise<void> {
  // Whoever reads a page at this moment comes first. The thread that helps is made after this.
  giveWay();
  const took = timed();
  await rebuild(
    files,
    { ...stores, clock: foundations.clock, projections, helper: partThread(readSettings()) },
    newId(),
  );
  say(`Built anew and switched in ${took()}.`);
}
