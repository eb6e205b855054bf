// A process that builds lists anew comes last: where the system keeps priorities by thread, none of them stays behind.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { built } from './kit/built.js';

const giveWay = pathToFileURL(built('apps', 'cli', 'give-way.js')).href;

/** In a process of its own: what was given way cannot be taken back. */
const script = `
import { readFileSync, readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { giveWay } from ${JSON.stringify(giveWay)};
giveWay();
const threads = process.platform === 'linux' ? readdirSync('/proc/self/task') : [];
const niceness = (thread) => Number(readFileSync('/proc/self/task/' + thread + '/stat', 'utf8').split(') ')[1].split(' ')[16]);
console.log(JSON.stringify({ process: getPriority(), threads: threads.map(niceness) }));`;

it('leaves the processors to whoever reads pages', () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  const { process: own, threads } = JSON.parse(stdout) as { process: number; threads: number[] };
  expect(own).toBe(19);
  if (process.platform === 'linux') expect(threads.length).toBeGreaterThan(1);
  for (const niceness of threads) expect(niceness).toBe(19);
});
