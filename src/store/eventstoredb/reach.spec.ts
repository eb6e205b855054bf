// What the start says of a wrong EVENTSTORE_URL and of a server that will not do: the setting by name, never the password.
import { inspect } from 'node:util';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDbDouble, type DoubleOptions } from '../../../test/doubles/eventstoredb/double.js';
import { newEvent, newStream } from '../contract/samples.js';
import { readConnectionString } from './connection-string.js';
import { reachEventStoreDb, type Reached } from './reach.js';

jest.setTimeout(30_000);

const folder = join(__dirname, '../../../test/doubles/eventstoredb/certificate');
const file = (name: string) => readFileSync(join(folder, name));
const authority = `&tlsCAFile=${encodeURIComponent(join(folder, 'certificate.pem'))}`;
const tls = { key: file('key.pem'), certificate: file('certificate.pem') };
const user = { name: 'onward', password: 'hunter2@:/%' };
const secret = /hunter2|wrong-secret/;

describe('reaching an EventStoreDB', () => {
  const doubles: EventStoreDbDouble[] = [];
  const reached: Reached[] = [];
  const start = async (options: DoubleOptions = {}) => {
    const double = await EventStoreDbDouble.start(options);
    doubles.push(double);
    return double;
  };
  const reach = async (url: string | undefined, ifNew: 'demo' | 'live' = 'live') => {
    const there = await reachEventStoreDb({
      url,
      ifNew,
      wrappingKey: Buffer.alloc(32, 7),
      callTimeout: 1000,
      patience: 1000,
    });
    reached.push(there);
    return there;
  };
  /** What is said; no word of it, not even in the inside of the error, may be the password. */
  const refusal = async (url: string | undefined) => {
    const error: unknown = await reach(url).then(
      () => new Error('it was reached'),
      (reason: unknown) => reason,
    );
    expect(inspect(error, { depth: 9 })).not.toMatch(secret);
    return error;
  };
  afterEach(async () => {
    for (const each of reached.splice(0)) await each.close();
    for (const double of doubles.splice(0)) double.stop();
  });

  it.each([
    undefined,
    '',
    'http://localhost:2113',
    'esdb://',
    'esdb://onward:hunter2@localhost:port?tls=true',
    'esdb://onward:hunter2@localhost:99999?tls=true',
    'esdb://onward:hunter2@with@at@localhost:2113',
    'esdb://:hunter2@localhost',
    'esdb://hunter2@localhost',
    'esdb://localhost:2113',
    'esdb://onward:hunter2@localhost?tlsVerifyCert=false',
    'esdb://onward:hunter2%zz@localhost',
  ])('refuses the address %p by the name of the setting', async (url) => {
    expect(await refusal(url)).toMatchObject({
      type: 'invalid-input',
      message: expect.stringContaining('EVENTSTORE_URL') as string,
    });
  });

  it('takes user and password out of the address, whatever characters they have', () => {
    expect(readConnectionString('esdb+discover://a%40b:hunter2%40%3A%2F%25@db.example:2113/?tls=true')).toEqual({
      url: 'esdb+discover://db.example:2113?tls=true',
      user: { username: 'a@b', password: user.password },
      hosts: 'db.example:2113',
      secure: true,
    });
    expect(readConnectionString('esdb://a:2111,b:2112,c?tls=false').user).toBeUndefined();
  });

  const who = (password: string) => `esdb://${user.name}:${encodeURIComponent(password)}`;

  it('works over TLS with a user and the file of the authority', async () => {
    const { port } = await start({ tls, user });
    const { open } = await reach(`${who(user.password)}@localhost:${port}?tls=true${authority}`);
    expect(await open().append(newStream(), 'no_stream', [newEvent()])).toMatchObject({ revision: 0 });
  });

  it.each<[string, DoubleOptions, (port: number) => string, RegExp]>([
    [
      'a wrong password',
      { tls, user },
      (port) => `${who('wrong-secret')}@localhost:${port}?tls=true${authority}`,
      /password is wrong/,
    ],
    [
      'a certificate that nobody vouches for',
      { tls, user },
      (port) => `${who(user.password)}@localhost:${port}?tls=true`,
      /certificate.*not trusted/,
    ],
    [
      'a server without TLS',
      {},
      (port) => `${who(user.password)}@localhost:${port}?tls=true`,
      /does not speak TLS|cannot be reached/,
    ],
    ['a server with TLS only', { tls, user }, (port) => `esdb://localhost:${port}?tls=false`, /cannot be reached/],
    [
      'an old version',
      { version: '22.10.2' },
      (port) => `esdb://localhost:${port}?tls=false`,
      /22\.10\.2; Onward needs 23\.10/,
    ],
    [
      'a version that is none',
      { version: '<script>' },
      (port) => `esdb://localhost:${port}?tls=false`,
      /of an unknown version/,
    ],
  ])('says so for %s', async (_, options, address, words) => {
    const { port } = await start(options);
    const error = await refusal(address(port));
    expect(error).toMatchObject({ type: 'store-unavailable', message: expect.stringMatching(words) as string });
    expect(JSON.stringify(error)).toContain('EVENTSTORE_URL');
  });

  it.each([
    ['missing', '/nowhere/ca.crt'],
    ['no certificate', __filename],
  ])('says so for a file of the authority that is %s, and is no defect that would end the process', async (_, path) => {
    const { port } = await start({ tls, user });
    const url = `${who(user.password)}@localhost:${port}?tls=true&tlsCAFile=${encodeURIComponent(path)}`;
    const error = await refusal(url);
    expect(error).toMatchObject({ type: 'store-unavailable' });
    expect(JSON.stringify(error)).toContain('tlsCAFile');
    expect(JSON.stringify(error)).not.toContain(path);
  });

  it('says so when nothing listens, or what listens is silent', async () => {
    const double = await start();
    const { url } = double;
    double.faults.silent.add('features');
    expect(await refusal(url)).toMatchObject({ message: 'EventStoreDB did not answer in time.' });
    double.stop();
    expect(await refusal(url)).toMatchObject({ message: expect.stringContaining('cannot be reached') as string });
  });

  it('says so when the user may not read everything, before any list is built', async () => {
    const double = await start();
    double.faults.deniesAll = true;
    expect(await refusal(double.url)).toMatchObject({
      message: expect.stringContaining('may not read $all') as string,
    });
  });

  it('agrees on one history and one kind, whoever comes first and however many come at once (REC-31)', async () => {
    const { url } = await start();
    const first = await Promise.all([reach(url, 'demo'), reach(url, 'live'), reach(url, 'demo')]);
    const later = await reach(url, 'live');
    expect(new Set([...first, later].map(({ history }) => JSON.stringify(history))).size).toBe(1);
  });

  it('refuses keys that were wrapped with another key, and names the setting', async () => {
    const { url } = await start();
    await reach(url);
    const other = reachEventStoreDb({ url, ifNew: 'live', wrappingKey: Buffer.alloc(32, 8) });
    await expect(other).rejects.toMatchObject({ message: expect.stringContaining('ONWARD_KEY') as string });
  });
});
