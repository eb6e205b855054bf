// One rebuild in a process of its own: prints its rate, quarter by quarter, and its memory as JSON.
import { built } from './paths.mjs';
import { storesIn } from './many-events.mjs';

const [data] = process.argv.slice(2);
const { projections } = await built('composition.js');
const { rebuild } = await built('processing/rebuild.js');
const { ReadModelFiles } = await built('processing/read-models.js');
const { SystemClock } = await built('ops/clock.js');

const stores = storesIn(data, { readOnly: true });
const total = Number(await stores.store.head());
const looks = [];
const look = (events) => looks.push({ events, at: performance.now(), rss: process.memoryUsage.rss() });
// Each page that the projector asks for is a look at the clock and at the memory.
const store = Object.create(stores.store);
store.readAll = (options) => {
  look(options.after === undefined ? 0 : Number(options.after));
  return stores.store.readAll(options);
};
const began = performance.now();
await rebuild(new ReadModelFiles(data), { ...stores, store, clock: new SystemClock(), projections }, 'bench');
const seconds = (performance.now() - began) / 1000;
look(total);

const quarter = (number) => {
  const inside = looks.filter(({ events }) => events >= (total * number) / 4 && events <= (total * (number + 1)) / 4);
  const [first, last] = [inside[0], inside[inside.length - 1]];
  return {
    rate: ((last.events - first.events) / (last.at - first.at)) * 1000,
    rss: Math.max(...inside.map(({ rss }) => rss)),
  };
};
const quarters = [0, 1, 2, 3].map(quarter);
console.log(
  JSON.stringify({
    rate: total / seconds,
    seconds,
    firstQuarterRate: quarters[0].rate,
    lastQuarterRate: quarters[3].rate,
    slowing: quarters[0].rate / quarters[3].rate,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    memoryGrowth: quarters[3].rss / quarters[1].rss,
  }),
);
await stores.store.close();
await stores.keys.close();
