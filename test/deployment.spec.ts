// docker-compose.yml and Dockerfile as they are written: no engine runs them here, so at least names, ports and settings must fit.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');
const yaml = createRequire(__filename)('js-yaml') as { load(source: string): unknown };

interface Service {
  readonly image?: string;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
  readonly mem_limit?: string;
  readonly ports?: readonly string[];
}
/** The parser keeps `<<` as it stands; compose takes its fields in. */
const merged = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(merged);
  const { '<<': base, ...own } = value as Record<string, unknown>;
  const fields = Object.entries(own).map(([name, field]) => [name, merged(field)] as const);
  return Object.assign({}, merged(base), Object.fromEntries(fields));
};
const compose = merged(yaml.load(text('docker-compose.yml'))) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
};
const { services } = compose;

it('starts Onward and one node by default, three nodes and their certificates in the profile cluster', () => {
  const named = (cluster: boolean) => Object.keys(services).filter((name) => !!services[name]?.profiles === cluster);
  expect(named(false)).toEqual(['onward', 'eventstore']);
  expect(named(true)).toEqual(['certificates', 'node1', 'node2', 'node3']);
});

it('gives Onward only settings that it reads, and opens its port on this machine only', () => {
  const read = text('src/apps/ops/settings.ts');
  for (const name of Object.keys(services['onward']?.environment ?? {})) expect(read).toContain(`env['${name}']`);
  for (const name of ['HOST', 'PORT', 'ONWARD_DATA']) expect(text('Dockerfile')).toContain(`${name}=`);
  expect(services['onward']?.ports).toEqual(['127.0.0.1:3000:3000']);
});

it('keeps every named volume, checks the health and limits the memory of every node', () => {
  for (const service of Object.values(services))
    for (const volume of service.volumes ?? []) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '');
  for (const name of ['eventstore', 'node1', 'node2', 'node3']) {
    expect(services[name]).toMatchObject({ mem_limit: '2g', image: 'docker.kurrent.io/kurrent-lts/kurrentdb:26.0.3' });
    expect(services[name]?.healthcheck).toBeDefined();
  }
});

it('has no node of the cluster without TLS, and seeds each with the two others', () => {
  for (const n of [1, 2, 3]) {
    const environment = services[`node${n}`]?.environment ?? {};
    expect(environment).not.toHaveProperty('KURRENTDB_INSECURE');
    // Its users are made at the first start: their passwords can be set before it.
    for (const who of ['ADMIN', 'OPS']) {
      const name = `KURRENTDB_DEFAULT_${who}_PASSWORD`;
      expect(environment[name]).toBe(`\${${name}:-changeit}`);
      expect(text('docs/operations.md')).toContain(name);
    }
    const others = [1, 2, 3].filter((one) => one !== n).map((one) => `172.30.240.1${one}:2113`);
    expect(environment['KURRENTDB_GOSSIP_SEED']).toBe(others.join(','));
    expect(environment['KURRENTDB_CERTIFICATE_FILE']).toBe(`/certs/node${n}/node.crt`);
  }
});

it('runs the image as a user without rights and checks its health by node', () => {
  expect(text('Dockerfile')).toMatch(/USER node[\s\S]*HEALTHCHECK[\s\S]*"node", "-e"/);
});

it('has the command line in the image, which runs there without what builds it', () => {
  expect(text('Dockerfile')).toContain('COPY --from=build /app/bin bin');
  const image = mkdtempSync(join(tmpdir(), 'onward-image-'));
  cpSync(join(root, 'bin'), join(image, 'bin'), { recursive: true });
  mkdirSync(join(image, 'dist', 'apps'), { recursive: true });
  writeFileSync(join(image, 'package.json'), '{"type":"module"}');
  writeFileSync(join(image, 'dist', 'apps', 'cli.js'), 'process.stdout.write(process.argv.slice(2).join());');
  const { status, stdout } = spawnSync(process.execPath, [join(image, 'bin', 'onward.js'), 'store', 'verify']);
  rmSync(image, { recursive: true, force: true });
  expect([status, stdout.toString()]).toEqual([0, 'store,verify']);
});
