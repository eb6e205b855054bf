// `npm run bench`: measures the workloads of workloads.json one after another. `npm run bench -- append` takes those whose name begins so.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { checkGate } from './lib/gates.mjs';
import { machine } from './lib/machine.mjs';
import { results } from './lib/paths.mjs';
import { printWorkload } from './lib/table.mjs';

const { seed, workloads } = JSON.parse(readFileSync(new URL('./workloads.json', import.meta.url), 'utf8'));
const wanted = process.argv.slice(2);
const chosen = workloads.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  console.error(
    `There is no workload ${wanted.join(', ')}; there are: ${workloads.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}
mkdirSync(results, { recursive: true });

const measured = [];
let pragmas = {};
for (const workload of chosen) {
  const [busyBefore] = loadavg();
  let result;
  try {
    const { run } = await import(`./workloads/${workload.run}.mjs`);
    result = await run(workload, { seed });
  } catch (error) {
    result = {
      contenders: {},
      skipped: [`${workload.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    };
  }
  pragmas = { ...pragmas, ...result.pragmas };
  const gates = workload.gates.map((gate) => checkGate(gate, result.contenders));
  const { name, what, sizes, rounds, warmUp } = workload;
  measured.push({
    name,
    what,
    sizes,
    rounds,
    warmUp,
    busyBefore,
    contenders: result.contenders,
    gates,
    skipped: result.skipped,
  });
  printWorkload(measured[measured.length - 1]);
}

const report = { at: new Date().toISOString(), seed, machine: machine(results, pragmas), workloads: measured };
const file = join(results, wanted.length === 0 ? 'latest.json' : `latest-${wanted.join('-')}.json`);
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
const gates = measured.flatMap((workload) => workload.gates);
const count = (met) => gates.filter((gate) => gate.met === met).length;
console.log(
  `\nGates: ${count(true)} met, ${count(false)} not met, ${count(undefined)} not measured. Written to ${file}`,
);
if (count(false) > 0) process.exitCode = 1;
