// The process that is killed: loads what it needs, waits for a line with its work, says `ready`, and works until it is done or dead.
import { createHash } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';

const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const [parts, store] = process.argv[2].split(' ');
await built(`store/${store}/${store}-event-store.js`);
if (store === 'eventstoredb') await import('@eventstore/db-client');
if (parts === 'whole') {
  await import('reflect-metadata');
  await Promise.all(
    ['apps/cases', 'apps/loading/load-file', 'engine/processing/rebuild'].map((each) => built(`${each}.js`)),
  );
}
const told = readFileSync(0, 'utf8');
if (told === '') process.exit(0); // Whoever was to tell is gone.
const { work, settings, seed, from, path } = JSON.parse(told);

/** Written before the next instruction runs: what was said is known, even when the next thing is the end. */
const say = (line) => writeSync(1, `${line}\n`);
const digest = (...parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
const uuid = (...parts) =>
  digest(...parts).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, (_, a, b, c, d, e) => `${a}-${b}-5${c}-8${d}-${e}`);

/** The nth append follows from the seed, so that the process after this one can send it again. */
function appendOf(n) {
  const own = n % 3 === 0;
  const events = Array.from({ length: 1 + (n % 4) }, (_, index) => ({
    id: uuid(seed, n, index),
    type: 'CutRecorded',
    schemaVersion: 1,
    data: JSON.stringify({ clear: { n, index, filler: 'x'.repeat((n * 37) % 900) } }),
    metadata: '{"commandId":"cut"}',
  }));
  return {
    stream: `cut-${uuid(seed, 'stream', own ? n : `shared ${n % 5}`)}`,
    expected: own ? 'no_stream' : 'any',
    events,
  };
}

async function append(store) {
  let next = from;
  const oneAfterTheOther = async () => {
    for (;;) {
      const n = next++;
      const { stream, expected, events } = appendOf(n);
      say(`begun ${n} ${events.map(({ id, ...event }) => `${id}=${digest(stream, id, event.data)}`).join(' ')}`);
      await store.append(stream, expected, events);
      say(`acknowledged ${n}`);
    }
  };
  await store.head(); // Reached: before that there is nothing to cut.
  say('ready');
  // Several at once: they share commits.
  await Promise.all(Array.from({ length: 6 }, oneAfterTheOther));
}

async function openStore() {
  if (settings.eventStore !== 'eventstoredb') {
    const { SqliteEventStore } = await built('store/sqlite/sqlite-event-store.js');
    return new SqliteEventStore(`${settings.data}/events.sqlite`);
  }
  const { Connection } = await built('store/eventstoredb/connection.js');
  const { readConnectionString } = await built('store/eventstoredb/connection-string.js');
  const { EventStoreDbEventStore } = await built('store/eventstoredb/eventstoredb-event-store.js');
  return new EventStoreDbEventStore(new Connection(readConnectionString(settings.eventStoreUrl)));
}

async function openAll() {
  await import('reflect-metadata');
  const { FixedClock } = await built('kernel/clock.js');
  const { reach } = await built('apps/ops/reach.js');
  const { openFoundations } = await built('apps/ops/foundations.js');
  const clock = new FixedClock('2026-11-20T12:00:00.000Z');
  const opened = openFoundations(settings, clock, await reach(settings));
  const { projections } = await built('apps/cases.js');
  return { opened, parts: { ...opened.stores, clock, projections } };
}

const works = {
  async append() {
    await append(await openStore());
  },
  async load() {
    const { loadFile } = await built('apps/loading/load-file.js');
    const { opened } = await openAll();
    say('ready');
    await loadFile(opened, { kind: path.endsWith('.xml') ? 'sen2' : 'waiting', path, dryRun: false, onProgress() {} });
    await opened.close();
  },
  async project() {
    const { projectContinuously } = await built('engine/processing/project-continuously.js');
    const { opened, parts } = await openAll();
    const { files } = opened;
    if (files.current() === undefined) files.use(files.create(parts.projections, `cut-${seed}`));
    const stop = new globalThis.AbortController();
    say('ready');
    await projectContinuously(files, { ...parts, pageSize: 3 }, stop.signal, ({ places, head }) => {
      if (places.every(({ position }) => position === head)) stop.abort();
    });
    await opened.close();
  },
  async rebuild() {
    const { rebuild } = await built('engine/processing/rebuild.js');
    const { opened, parts } = await openAll();
    say('ready');
    for (let turn = 0; ; turn++) await rebuild(opened.files, parts, `cut-${seed}-${turn}`);
  },
};

await works[work]();
say('done');
process.exit(0);
