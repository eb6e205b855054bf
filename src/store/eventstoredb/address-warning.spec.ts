// Node's warning of IP addresses comes once, in our words, with what to do; other warnings come as they are.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { built } from '../../../test/kit/built.js';

const adapter = built('store', 'eventstoredb');
const folder = join(__dirname, '../../../test/doubles/eventstoredb/certificate');
const file = (name: string) => readFileSync(join(folder, name));

// In a process of its own: a test's process is a copy, which Node does not warn.
async function reachTwice(url: string): Promise<string> {
  const script = `
    import { reachEventStoreDb } from '${adapter}/reach.js';
    const reach = () => reachEventStoreDb({ url: ${JSON.stringify(url)}, ifNew: 'live', wrappingKey: Buffer.alloc(32, 7), warn: (words) => console.log('told: ' + words) });
    await (await reach()).close();
    await (await reach()).close();
    process.emitWarning('something else', 'DeprecationWarning', 'DEP9999');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(adapter, '..', '..', '..'),
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (text: Buffer) => (said += text.toString()));
  await once(child, 'close');
  return said;
}

it.each([
  ['an IP address', '127.0.0.1', 1],
  ['its name', 'localhost', 0],
])('a server called over TLS by %s (%s) is told of %d times', async (_, host, times) => {
  const user = { name: 'onward', password: 'x' };
  const tls = { key: file('key.pem'), certificate: file('certificate.pem') };
  const double = await EventStoreDbDouble.start({ tls, user });
  const authority = encodeURIComponent(join(folder, 'certificate.pem'));
  const said = await reachTwice(`esdb://onward:x@${host}:${double.port}?tls=true&tlsCAFile=${authority}`);
  double.stop();
  expect(said.match(/told: .*host name that the certificate holds into EVENTSTORE_URL/g) ?? []).toHaveLength(times);
  expect(said).not.toContain('DEP0123');
  expect(said).toContain('[DEP9999] DeprecationWarning: something else');
});
