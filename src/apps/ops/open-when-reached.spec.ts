// A start while the server of events is away: it waits, says why, and opens when the server is there.
import { createServer } from 'node:net';
import { ClusterDouble } from '../../../test/doubles/eventstoredb/cluster.js';
import { temporaryFolder } from '../../store/contract/temporary-folder.js';
import { openWhenReached } from './open-when-reached.js';

jest.setTimeout(60_000);

const file = temporaryFolder();

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

it.each([
  ['no node of a cluster is there', [0, 1, 2], 'esdb'],
  ['one node is left, which is no quorum', [1, 2], 'esdb'],
  ['the one host that tells of a cluster is not there', [0, 1, 2], 'esdb+discover'],
])('while %s it answers why on the health page, and opens once there is a leader', async (_, gone, scheme) => {
  const cluster = await ClusterDouble.start();
  for (const node of gone) cluster.kill(node);
  const port = await freePort();
  const opening = openWhenReached({
    data: file('data'),
    port,
    host: '127.0.0.1',
    demo: true,
    key: Buffer.alloc(32, 5).toString('base64'),
    log: 'silent',
    eventStore: 'eventstoredb',
    eventStoreUrl: scheme === 'esdb' ? cluster.url : cluster.discoverUrl,
  });
  const why = /No node of the cluster in EVENTSTORE_URL can be reached, or too few are left/;
  let problem = '';
  // On a busy machine the first tries may find no answer in time, which it says as well.
  while (!why.test(problem)) {
    const asked = fetch(`http://127.0.0.1:${port}/health/ready`);
    problem = await asked
      .then(async (answer) => ((await answer.json()) as { problem: string }).problem)
      .catch(() => '');
    await new Promise((done) => setTimeout(done, 50));
  }
  expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
  for (const node of gone) await cluster.startAgain(node);
  const opened = await opening;
  expect(await opened.stores.store.head()).toBeUndefined();
  await opened.close();
  cluster.stop();
});
