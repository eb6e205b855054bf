// What is answered while the event store cannot be reached.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { WaitingRoom } from './waiting-room.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

it('is alive, not ready, says why, and leaves the port to the real server', async () => {
  const port = await freePort();
  const room = new WaitingRoom({ port, host: '127.0.0.1' });
  await room.say('EventStoreDB cannot be reached.');
  await room.say('The password is wrong.');
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, body: await answer.json() };
  };
  expect(await get('/health/live')).toEqual({ status: 200, body: { status: 'live' } });
  const notReady = { status: 'not ready', ready: false, store: 'unavailable', problem: 'The password is wrong.' };
  for (const path of ['/health/ready', '/', '/api/v1/worklist'])
    expect(await get(path)).toEqual({ status: 503, body: notReady });
  await room.close();
  await room.close();
  const next = createServer().listen(port, '127.0.0.1');
  await once(next, 'listening');
  next.close();
});
