// The real server as a process of its own, on a free port, over a given data folder.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dist, root } from './paths.mjs';

/** Error: when it does not listen within a minute, with what it said. */
export async function startServer(data) {
  const main = join(dist, 'apps/main.js');
  if (!existsSync(main)) throw new Error('the server is not built');
  const env = { ...process.env, ONWARD_DATA: data, ONWARD_LOG: 'error', PORT: '0', HOST: '127.0.0.1' };
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], { cwd: root, env });
  let said = '';
  server.stderr.on('data', (words) => (said += words));
  const gone = new Promise((resolve) => server.once('exit', resolve));
  // Whatever ends the bench ends the server too.
  process.once('exit', () => server.kill('SIGKILL'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', (words) => {
      said += words;
      const found = /http:\/\/[\w.]+:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    gone.then((code) => reject(new Error(`the server ended with ${code}: ${said.slice(0, 500)}`)));
    setTimeout(() => reject(new Error(`the server did not listen: ${said.slice(0, 500)}`)), 60_000).unref();
  }).catch((error) => {
    server.kill('SIGKILL');
    throw error;
  });
  return {
    url,
    pid: server.pid,
    /** Until every list shows everything: what is left to project is not to be measured with the next contender. */
    async caughtUp() {
      for (;;) {
        const { status, projections = [] } = await (await fetch(`${url}/health/ready`)).json();
        if (status === 'ready' && projections.every(({ behind, paused }) => behind === 0 || paused)) return;
        await pause(50);
      }
    },
    async stop() {
      server.kill('SIGTERM');
      await gone;
    },
  };
}
