// All read models anew: of an area as the years made it, and of an area that has just loaded its return (few events a plan).
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summary } from '../lib/measure.mjs';
import { livesOf } from '../lib/lives.mjs';
import { fillWithCopies, returnedEvents } from '../lib/many-events.mjs';
import { freshFolder } from '../lib/paths.mjs';

const child = fileURLToPath(new URL('../lib/rebuild-child.mjs', import.meta.url));

export async function run({ name, sizes, rounds, warmUp }, { seed }) {
  const folder = freshFolder(name);
  try {
    const { events: lives, people } = await livesOf(sizes.plans, seed, '2026-04-01');
    console.log(`\n${name}: ${lives.length} events of ${people} young people, ${sizes.plans} of them with a plan`);
    const originals = { lived: lives, loaded: await returnedEvents(folder.path, sizes.file) };
    const results = {};
    for (const [order, events] of Object.entries(originals)) {
      const data = join(folder.path, order);
      mkdirSync(data);
      const { written, types } = await fillWithCopies(data, events, sizes.events, order);
      console.log(`${name}, ${order}: ${written} events of ${types} types`);
      results[order] = [];
    }
    for (let round = 0; round < warmUp + rounds; round++)
      for (const [order, all] of Object.entries(results)) {
        const result = rebuildOnce(join(folder.path, order));
        if (round >= warmUp) all.push(result);
      }
    const contenders = Object.entries(results).map(([order, all]) => [order, summary(all)]);
    return { contenders: Object.fromEntries(contenders), skipped: [] };
  } finally {
    folder.remove();
  }
}

/** Of everything, and of the first quarter: whoever slows down or takes more memory the more there is, shows it here. */
function rebuildOnce(data) {
  const whole = rebuildUpTo(data);
  const quarter = rebuildUpTo(data, Math.floor(whole.events / 4));
  return {
    ...whole,
    quarterRate: quarter.rate,
    quarterPeakRssMb: quarter.peakRssMb,
    slowing: quarter.rate / whole.rate,
    memoryGrowth: whole.peakRssMb / quarter.peakRssMb,
  };
}

function rebuildUpTo(data, events) {
  const words = [
    '--disable-warning=ExperimentalWarning',
    child,
    data,
    ...(events === undefined ? [] : [String(events)]),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the rebuild ended with ${status}: ${stderr.slice(0, 800)}`);
  return JSON.parse(stdout);
}
