// What CI asks of the packages that Onward is made with: their licences, and whether a weakness of one is known.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scripts = join(__dirname, '..', 'scripts');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onward-packages-'));
  mkdirSync(join(folder, 'docs'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Package = Readonly<Record<string, unknown>>;
const onward = { name: 'onward', version: '0.1.0', dependencies: { some: '1.0.0' } };

/** Packages by name, as npm locks them. */
function given(packages: Readonly<Record<string, Package>>): void {
  const locked = Object.entries(packages).map(
    ([name, one]) => [`node_modules/${name}`, { version: '1.0.0', ...one }] as const,
  );
  const lock = {
    ...onward,
    lockfileVersion: 3,
    requires: true,
    packages: { '': onward, ...Object.fromEntries(locked) },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(onward));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
}

/** Answers at the end, so that a registry of this process can be asked meanwhile. */
const run = (script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
  new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ...env } };
    execFile(process.execPath, [join(scripts, script), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

describe('the licence of every package', () => {
  const page = () => readFileSync(join(folder, 'docs', 'licences.md'), 'utf8');

  it('is on the page that is made of the lock file, and the page holds until a package is added', async () => {
    given({ some: { license: 'MIT' }, '@their/own': { license: 'ISC', dev: true } });
    expect((await run('licences.mjs')).code).toBe(0);
    expect(page()).toMatch(
      /runs with\n\n### MIT: 1\n\nsome\n\n## What it is built and tested with\n\n### ISC: 1\n\n@their\/own\n/,
    );
    expect((await run('licences.mjs', ['--check'])).code).toBe(0);
    given({ some: { license: 'MIT' }, other: { license: 'MIT' } });
    const before = page();
    const { code, said } = await run('licences.mjs', ['--check']);
    expect([code, said]).toEqual([1, expect.stringContaining('not up to date')]);
    expect(page()).toBe(before);
  });

  it.each([
    ['MIT', true, true],
    ['(MIT OR GPL-3.0)', true, true],
    ['(BSD-3-Clause AND Apache-2.0)', true, true],
    ['MPL-2.0', false, true],
    ['(MIT AND MPL-2.0)', false, true],
    ['MIT AND GPL-3.0-only', false, false],
    ['AGPL-3.0-only', false, false],
    ['SEE LICENSE IN LICENSE.txt', false, false],
    ['(MIT OR (GPL-2.0 AND MIT))', false, false],
    [undefined, false, false],
  ])(
    '%s: allowed in what Onward runs with: %s, in what it is built and tested with: %s',
    async (license, runs, builds) => {
      given({ runs: { license }, builds: { license, dev: true } });
      const { code, said } = await run('licences.mjs');
      const refused = (name: string) =>
        said.includes(`${name} 1.0.0 is under ${license ?? 'none named'}, which is on no list`);
      expect([refused('runs'), refused('builds'), code]).toEqual([!runs, !builds, runs && builds ? 0 : 1]);
    },
  );
});

describe('a known weakness of a package', () => {
  let registry: Server;
  let status: number;
  let weaknesses: object;
  beforeEach(async () => {
    [status, weaknesses] = [200, {}];
    registry = createServer((request, response) => {
      request.resume();
      response.writeHead(request.url?.endsWith('/bulk') ? status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(weaknesses));
    }).listen(0, '127.0.0.1');
    await once(registry, 'listening');
    given({ some: { license: 'MIT', dev: true } });
  });
  afterEach(() => {
    registry.closeAllConnections();
    registry.close();
  });
  const audit = () =>
    run('audit.mjs', [], {
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
      npm_config_cache: join(folder, 'cache'),
      npm_config_fetch_retries: '0',
    });
  const known = (severity: string) => ({
    some: [
      { id: 1, url: 'https://advisory.example/1', title: 'Reads too far', severity, vulnerable_versions: '<2.0.0' },
    ],
  });

  it.each([
    ['high', 1],
    ['critical', 1],
    ['moderate', 0],
  ])('that is %s ends the run with %s', async (severity, code) => {
    weaknesses = known(severity);
    const answer = await audit();
    expect(answer.code).toBe(code);
    expect(answer.said.includes('some: ' + severity + ', Reads too far https://advisory.example/1.')).toBe(code === 1);
  });

  it('is not there: the run goes on, and tells of how many packages it asked', async () => {
    expect(await audit()).toEqual({ code: 0, said: '1 packages asked about: 0 high or critical, 0 below\n' });
  });

  it('cannot be asked for, where the registry has no such service: said, and no reason to stop', async () => {
    status = 405;
    const { code, said } = await audit();
    expect([code, said]).toEqual([0, expect.stringMatching(/^NOT ASKED: .*405 Method Not Allowed/)]);
  });
});
