// The way to the server: what failed once is tried again by the next call, and who says nothing at all is left early (docs/adr/0063).
import { Connection } from './connection.js';
import { readConnectionString } from './connection-string.js';
import { loadClient, type Client } from './load-client.js';

const address = readConnectionString('esdb://localhost:2113?tls=false');

it('tries again to load the client after a load that failed, instead of remembering the failure for ever', async () => {
  let loads = 0;
  const connection = new Connection(address, {}, async (where) => {
    if (++loads === 1) throw new Error('too many open files');
    return loadClient(where);
  });
  await expect(connection.current()).rejects.toThrow('too many open files');
  const client = await connection.current();
  expect(await connection.current()).toBe(client);
  expect(loads).toBe(2);
  await connection.close();
});

describe('a connection', () => {
  const silence = 100;
  const callTimeout = 1500;
  const loaded: Client[] = [];
  let connection: Connection;
  beforeEach(() => {
    loaded.splice(0);
    connection = new Connection(address, { silence, callTimeout }, () => {
      const channel = Promise.resolve({ close: () => undefined });
      const made = { getChannel: () => channel, dispose: () => Promise.resolve() } as unknown as Client;
      loaded.push(made);
      return Promise.resolve(made);
    });
  });
  afterEach(() => connection.close());

  const never = () => connection.call(() => new Promise<never>(() => undefined));
  const answer = () => connection.call(() => Promise.resolve('answer'));

  /** How long it took to be told that there is no answer. */
  async function timeOf(call: Promise<unknown>): Promise<number> {
    const began = performance.now();
    await expect(call).rejects.toThrow('no answer in time');
    return performance.now() - began;
  }

  it('that is silent to everybody is given up after the silence, once for all who waited on it', async () => {
    const times = await Promise.all([timeOf(never()), timeOf(never()), timeOf(never())]);
    expect(Math.max(...times)).toBeLessThan(callTimeout);
    await answer();
    expect(loaded).toHaveLength(2);
  });

  it('that answers others is kept, and whoever it is slow for has the whole time', async () => {
    const slow = timeOf(never());
    const others = setInterval(() => void answer(), silence / 4);
    expect(await slow).toBeGreaterThanOrEqual(callTimeout - 1);
    clearInterval(others);
    expect(loaded).toHaveLength(1);
  });

  it('is given up early three times in a row and no more: a server that is slow for everything is answered in the end', async () => {
    for (let nth = 0; nth < 3; nth++) expect(await timeOf(never())).toBeLessThan(callTimeout);
    expect(await timeOf(never())).toBeGreaterThanOrEqual(callTimeout - 1);
    // An answer begins the count anew.
    await answer();
    expect(await timeOf(never())).toBeLessThan(callTimeout);
  });
});
