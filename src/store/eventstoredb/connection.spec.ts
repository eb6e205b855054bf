// The way to the server: what failed once is tried again by the next call.
import { Connection } from './connection.js';
import { readConnectionString } from './connection-string.js';
import { loadClient } from './load-client.js';

it('tries again to load the client after a load that failed, instead of remembering the failure for ever', async () => {
  let loads = 0;
  const connection = new Connection(readConnectionString('esdb://localhost:2113?tls=false'), {}, async (address) => {
    if (++loads === 1) throw new Error('too many open files');
    return loadClient(address);
  });
  await expect(connection.current()).rejects.toThrow('too many open files');
  const client = await connection.current();
  expect(await connection.current()).toBe(client);
  expect(loads).toBe(2);
  await connection.close();
});
