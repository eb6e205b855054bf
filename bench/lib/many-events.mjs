// Fills a store with many events: some lives or a loaded return, copied with new ids as often as needed.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { built, dist, root } from './paths.mjs';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const { openStores, closeStores } = await built('apps/ops/open-stores.js');
const { SystemClock } = await built('kernel/clock.js');
const { encode } = await built('store/codec.js');
const { idFrom } = await built('kernel/ids.js');
const { storeKind } = await built('store/store-kind.js');

export function storesIn(data, options) {
  storeKind(data, 'demo');
  return openStores({ data, key: undefined }, new SystemClock(), options);
}

/** What a load made of a return: a plan with its latest reviews and nothing before them. Personal fields opened. */
export async function returnedEvents(folder, file) {
  const xml = join(folder, 'return.xml');
  writeFileSync(xml, gunzipSync(readFileSync(join(root, file))));
  const data = join(folder, 'returned');
  const { status, stderr } = spawnSync(process.execPath, [join(dist, 'apps/cli.js'), 'load', 'sen2', xml], {
    env: { ...process.env, ONWARD_DATA: data, ONWARD_LOG: 'error' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the return could not be loaded: ${stderr.slice(0, 200)}`);
  const events = [];
  const stores = storesIn(data);
  for await (const page of stores.journal.readAll()) for (const event of page) events.push(event);
  await closeStores(stores);
  return events;
}

/**
 * `lived`: in order of when things happened, so that each case comes up again and again over the years.
 * `loaded`: case by case, as a load of a file writes them.
 */
export async function fillWithCopies(data, events, count, order) {
  const stores = storesIn(data);
  const { store, keys, catalogue } = stores;
  const copies = Math.ceil(count / events.length);
  const sorted = order === 'lived' ? asLived(events) : events;
  const types = new Map();
  let written = 0;
  const write = async (batch) => {
    const subjects = [...new Set(batch.flatMap(({ subject }) => subject ?? []))];
    const held = await keys.keysFor(subjects);
    await Promise.all(
      batch.map(({ stream, ...event }) =>
        store.append(stream, 'any', [encode(catalogue, { ...event, key: held.get(event.subject) })]),
      ),
    );
    written += batch.length;
  };
  let batch = [];
  const take = async (event, copy) => {
    batch.push(copied(event, copy));
    types.set(event.type, (types.get(event.type) ?? 0) + 1);
    if (batch.length === 512) await write(batch.splice(0));
  };
  if (order === 'lived') for (const event of sorted) for (let copy = 0; copy < copies; copy++) await take(event, copy);
  else for (let copy = 0; copy < copies; copy++) for (const event of sorted) await take(event, copy);
  await write(batch);
  await closeStores(stores);
  return { written, types: types.size };
}

/** By date, but never before what stands earlier in the same stream. */
function asLived(events) {
  const latest = new Map();
  const dated = events.map((event, index) => {
    const on = [latest.get(event.stream) ?? '', event.occurredOn].sort()[1];
    latest.set(event.stream, on);
    return { event, on, index };
  });
  return dated.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.index - b.index)).map(({ event }) => event);
}

/** The same event about someone else: every id in it is another one, the same wherever it stood. */
function copied(event, copy) {
  const other = (id) => idFrom('copy', copy, id);
  const all = (text) => text.replace(uuid, other);
  const { metadata } = event;
  const subject = metadata.subjectIds[0];
  return {
    stream: all(event.stream),
    id: other(event.id),
    fact: { type: event.type, data: JSON.parse(all(JSON.stringify(event.data))), occurredOn: event.occurredOn },
    subject: subject && all(subject),
    recordedAt: event.recordedAt,
    context: {
      ...metadata,
      commandId: other(metadata.commandId),
      correlationId: other(metadata.correlationId),
      causationId: other(metadata.causationId),
    },
  };
}
