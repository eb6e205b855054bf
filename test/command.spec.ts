// The command line as README names it: `npx onward` runs the file itself, so the file has to be one that can be run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { built } from './kit/built.js';

built();

it('starts as the file that it is, and says what it can do', () => {
  const { status, stdout } = spawnSync(join(__dirname, '..', 'bin', 'onward.js'), ['--help'], { encoding: 'utf8' });
  expect(status).toBe(0);
  for (const command of ['load', 'report', 'store', 'bundle', 'projections', 'people', 'actors', 'sessions'])
    expect(stdout).toContain(`  ${command} `);
});
