// The real thing in a process of its own: the server as `npm start` runs it, and the command line.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { built } from './built.js';

const commandLine = built('apps', 'cli.js');
const server = built('apps', 'main.js');
const quiet = '--disable-warning=ExperimentalWarning';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command of the command line to its end. */
export function onward(data: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [quiet, commandLine, ...args], {
    env: { ...process.env, ONWARD_DATA: data, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Starts one command of the command line, to be ended in the middle. */
export const startOnwardCommand = (
  data: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess =>
  spawn(process.execPath, [quiet, commandLine, ...args], {
    env: { ...process.env, ONWARD_DATA: data, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  readonly said: () => string;
  json<T>(
    path: string,
    init?: { readonly method?: string; readonly body?: object; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<{ status: number; body: T; headers: Headers }>;
  /** Asks it to stop and waits for its end; answers the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the server and waits until it says that it is ready; `onSaid` hears what it says until then. */
export async function startServer(
  data: string,
  env: Readonly<Record<string, string>> = {},
  onSaid: (said: string) => void = () => undefined,
): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [quiet, server], {
    env: { ...process.env, ONWARD_DATA: data, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      onSaid(said);
      if (/^Onward \S+ is ready\.$/m.test(said)) ready();
    });
    child.once('exit', (code) => failed(new Error(`The server ended with ${code}: ${said}`)));
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    process: child,
    said: () => said,
    async json<T>(
      path: string,
      {
        method = 'GET',
        body,
        headers = {},
      }: { readonly method?: string; readonly body?: object; readonly headers?: Readonly<Record<string, string>> } = {},
    ) {
      const response = await fetch(url + path, {
        method,
        headers: {
          authorization: 'Bearer demo-asha.caseworker',
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        body: body && JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as T, headers: response.headers };
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}
