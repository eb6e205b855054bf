// One rebuild in a process of its own, of all events or of the first so many: prints its rate and its memory as JSON.
import { built } from './paths.mjs';
import { storesIn } from './many-events.mjs';

const [data, most] = process.argv.slice(2);
const { projections } = await built('apps/cases.js');
const { rebuild } = await built('engine/processing/rebuild.js');
// Older builds have no second thread.
const { partThread } = await built('apps/projecting/part-thread.js').catch(() => ({}));
const { ReadModelFiles } = await built('engine/processing/read-models.js');
const { SystemClock } = await built('kernel/clock.js');

const stores = storesIn(data, { readOnly: true });
const end = Math.min(Number(await stores.store.head()), Number(most ?? Infinity));
// The store as it was when it had only so many events.
const store = Object.create(stores.store);
store.readAll = async function* (options) {
  for await (const page of stores.store.readAll(options)) {
    const within = page.filter(({ position }) => Number(position) <= end);
    if (within.length > 0) yield within;
    if (within.length < page.length) return;
  }
};
store.head = async () => String(end).padStart(16, '0');
const helper = process.env['ONE_THREAD'] ? undefined : partThread?.({ data, key: undefined });
const began = performance.now();
await rebuild(new ReadModelFiles(data), { ...stores, store, clock: new SystemClock(), projections, helper }, 'bench');
const seconds = (performance.now() - began) / 1000;
// All threads': on a shared machine it holds still where the clock does not.
const { user, system } = process.cpuUsage();
const cpuSeconds = (user + system) / 1e6;
const peakRssMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ events: end, seconds, rate: end / seconds, cpuSeconds, peakRssMb }));
await stores.store.close();
await stores.keys.close();
