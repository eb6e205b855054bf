// The Dockerfile as far as it can be tried without a container engine: written well, and what it puts together starts with nothing else beside it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DockerfileParser, type Copy, type Instruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { built } from './kit/built.js';

jest.setTimeout(120_000);

// What the second stage takes from the first.
built();

const root = join(__dirname, '..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');
const lines = (name: string) => text(name).split('\n').filter(Boolean);
const instructions = DockerfileParser.parse(text('Dockerfile')).getInstructions();
const keyword = (one: Instruction) => one.getKeyword();
/** The second stage is what runs. */
const stages = instructions.reduce<Instruction[][]>((all, one) => {
  if (keyword(one) === 'FROM') all.push([]);
  all.at(-1)?.push(one);
  return all;
}, []);
const [build = [], image = []] = stages;
const words = (one: Instruction) => one.getArguments().map((argument) => argument.getValue());
const of = (stage: readonly Instruction[], name: string) => stage.filter((one) => keyword(one) === name);
const copies = (stage: readonly Instruction[]) =>
  of(stage, 'COPY').map((one) => ({
    from: (one as Copy)
      .getFlags()
      .find((flag) => flag.getName() === 'from')
      ?.getValue(),
    sources: words(one).slice(0, -1),
    to: words(one).at(-1) ?? '',
  }));
/** The words of `CMD ["…"]`, alone or in a HEALTHCHECK. */
const command = (name: string) =>
  JSON.parse(/\[.*\]/s.exec(of(image, name)[0]?.getTextContent() ?? '')?.[0] ?? '[]') as string[];

it('is written without anything that is unknown, deprecated or without effect', () => {
  expect(validate(text('Dockerfile')).map(({ message }) => message)).toEqual([]);
  expect(stages).toHaveLength(2);
});

it('copies only what is there and is sent to the engine, and first what a changed line of code leaves as it is', () => {
  const left = lines('.dockerignore');
  const [packages, everything] = copies(build);
  expect(packages?.sources).toContain('package-lock.json');
  expect(everything?.sources).toEqual(['.']);
  for (const source of packages?.sources ?? [])
    expect([source, existsSync(join(root, source)), left.includes(source)]).toEqual([source, true, false]);
  // What git leaves out is made here, is large or is about people: none of it goes into an image.
  expect(left).toEqual(expect.arrayContaining(['.git', ...lines('.gitignore').map((name) => name.replace(/\/$/, ''))]));
});

it('runs both stages on one Node that package.json allows, and the second as nobody with rights', () => {
  const bases = stages.map(([from]) => words(from!)[0]);
  expect(new Set(bases).size).toBe(1);
  const [, line] = /^node:(\d+)-/.exec(bases[0] ?? '') ?? [];
  const [, least] =
    /^>=(\d+)\./.exec((JSON.parse(text('package.json')) as { engines: { node: string } }).engines.node) ?? [];
  expect(Number(line)).toBeGreaterThan(Number(least));
  expect(of(image, 'USER').map(words)).toEqual([['node']]);
  const after = image.slice(image.findIndex((one) => keyword(one) === 'USER')).map(keyword);
  expect(after).not.toContain('RUN');
  expect(after).not.toContain('COPY');
});

it('starts with its command from what it copies and the packages that are not for development, and is healthy then', async () => {
  const place = mkdtempSync(join(tmpdir(), 'onward-image-'));
  for (const { from, sources, to } of copies(image)) {
    expect(from).toBe('build');
    for (const source of sources) {
      const name = basename(source);
      const target = join(place, to.endsWith('/') ? join(to, name) : to);
      if (name === 'node_modules') linkPackages(target);
      else cpSync(join(root, source.replace(/^\/app\//, '')), target, { recursive: true });
    }
  }
  const port = await freePort();
  const settings = Object.fromEntries(
    of(image, 'ENV')
      .flatMap(words)
      .map((one) => one.split('=') as [string, string]),
  );
  const env = {
    PATH: process.env['PATH'],
    ...settings,
    PORT: String(port),
    ONWARD_DATA: join(place, 'data'),
    // What is loaded only where it is asked for is loaded, too; nobody listens there.
    METRICS_TOKEN: 'a-token-for-collectors-only',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    // The packages are links here: they must not find what lies beside them where they really are.
    NODE_OPTIONS: '--preserve-symlinks --preserve-symlinks-main',
  };
  const [node = '', ...args] = command('CMD');
  const server = spawn(node, args, { cwd: place, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const healthy = () => {
    const [program = '', ...rest] = command('HEALTHCHECK');
    return spawnSync(program, rest, { cwd: place, env }).status;
  };
  let said = '';
  server.stderr.on('data', (some: Buffer) => (said += some.toString()));
  await new Promise<void>((ready, failed) => {
    server.stdout.on('data', (some: Buffer) => {
      said += some.toString();
      if (/ is ready\.$/m.test(said)) ready();
    });
    server.once('exit', (code) => failed(new Error(`It ended with ${code}: ${said}`)));
  });
  expect(healthy()).toBe(0);
  server.kill('SIGTERM');
  expect((await once(server, 'exit'))[0]).toBe(0);
  expect(healthy()).toBe(1);
  rmSync(place, { recursive: true, force: true });
});

/** As after `npm prune --omit=dev`: the packages at the top that are not for development only, with what each has inside. */
function linkPackages(folder: string): void {
  const { packages } = JSON.parse(text('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  for (const [path, { dev }] of Object.entries(packages)) {
    const name = path.replace(/^node_modules\//, '');
    if (path === '' || dev || name.includes('node_modules/') || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(join(root, path), join(folder, name), 'dir');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
