// All read models anew, from events of every slice: as a load wrote them, and as the years brought them.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summary } from '../lib/measure.mjs';
import { fillWithCopies, originals } from '../lib/many-events.mjs';
import { freshFolder } from '../lib/paths.mjs';

const child = fileURLToPath(new URL('../lib/rebuild-child.mjs', import.meta.url));

export async function run({ name, sizes, rounds, warmUp }) {
  const folder = freshFolder(name);
  try {
    const { events, said } = await originals(folder.path, sizes.file);
    console.log(`\n${name}: ${events.length} originals (${said.join(', ')})`);
    const results = {};
    for (const order of ['loaded', 'lived']) {
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
