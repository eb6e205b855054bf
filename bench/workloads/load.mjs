// A real-sized SEN2 return into an empty store, measured as whoever loads it sees it: a whole process of the command line.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { summary } from '../lib/measure.mjs';
import { dist, freshFolder, root } from '../lib/paths.mjs';

export function run({ name, sizes, rounds, warmUp }) {
  const folder = freshFolder(name);
  const packed = join(root, sizes.file);
  const file = join(folder.path, basename(packed, '.gz'));
  writeFileSync(file, gunzipSync(readFileSync(packed)));
  const results = [];
  try {
    for (let round = 0; round < rounds + warmUp; round++) {
      const result = load(join(folder.path, `data-${round}`), file);
      if (round >= warmUp) results.push(result);
    }
    return { contenders: { onward: summary(results) }, skipped: [] };
  } finally {
    folder.remove();
  }
}

function load(data, file) {
  // A build under test elsewhere (ONWARD_DIST) is started directly; otherwise as a person starts it.
  const command = dist === join(root, 'dist') ? join(root, 'bin/onward.js') : join(dist, 'apps/cli.js');
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'load', 'sen2', file], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ONWARD_DATA: data },
    timeout: 120_000,
  });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`the load ended with ${status}: ${(stderr || stdout).slice(0, 500)}`);
  const events = Number(/([\d,]+) events/.exec(stdout)?.[1]?.replaceAll(',', '') ?? NaN);
  return { seconds, ...(Number.isNaN(events) ? {} : { events }) };
}
