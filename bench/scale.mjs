// `npm run bench:scale -- --sizes 2k,21k --minutes 30 --users 10`: what grows with the size of an area, and what does not.
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './lib/machine.mjs';
import { results } from './lib/paths.mjs';
import { checkScaleGates } from './lib/scale-gates.mjs';
import { measureSize } from './lib/scale-size.mjs';
import { printScale } from './lib/scale-table.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '2k,21k' },
    minutes: { type: 'string', default: '30' },
    users: { type: 'string', default: '10' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const sizes = values.sizes.split(',').map(plansOf);
const settings = JSON.parse(readFileSync(new URL('./scale.json', import.meta.url), 'utf8'));
const until = performance.now() + Number(values.minutes) * 60_000;
mkdirSync(results, { recursive: true });

const measured = [];
for (const plans of sizes) {
  const busyBefore = loadavg()[0];
  const say = (words) => process.stderr.write(`${plans} plans: ${words}\n`);
  const size =
    performance.now() > until
      ? { plans, skipped: 'time had ended' }
      : await measureSize(plans, { settings, users: Number(values.users), today: values.today, until, say }).catch(
          // What broke is told in the table like what had no time, but it is no result.
          (error) => {
            process.exitCode = 1;
            return { plans, skipped: `failed: ${String(error?.message ?? error).slice(0, 300)}` };
          },
        );
  measured.push({ ...size, busyBefore });
}
const gates = checkScaleGates(settings.gates, measured);
printScale(measured, gates, settings.compare);
const { seed, appends, requests, thinkMs } = settings;
const asked = { seed, appends, requests, thinkMs, today: values.today, users: Number(values.users) };
const report = { at: new Date().toISOString(), ...asked, machine: machine(results, {}), sizes: measured, gates };
const file = join(results, 'scale-latest.json');
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
const count = (met) => gates.filter((gate) => gate.met === met).length;
console.log(
  `\nGates: ${count(true)} met, ${count(false)} not met, ${count(undefined)} not measured. Written to ${file}`,
);
if (count(false) > 0) process.exitCode = 1;

/** `21k` is 21,000 plans. */
function plansOf(text) {
  const [, number, thousand] = /^(\d+)(k?)$/.exec(text.trim()) ?? [];
  if (number === undefined) throw new Error(`Not a size: ${text}. Say 2k or 500.`);
  return Number(number) * (thousand ? 1000 : 1);
}
