// Starts the process that is to be killed, waits until it is at work, and kills it so that it can do nothing more.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Settings } from '../../src/apps/ops/settings.js';
import { built } from '../kit/built.js';

export interface Work {
  readonly work: 'append' | 'load' | 'project' | 'rebuild';
  readonly settings: Settings;
  readonly seed: number;
  readonly from?: number;
  readonly path?: string;
}

export interface Ended {
  readonly killed: boolean;
  readonly lines: readonly string[];
  /** Milliseconds at work, to the end. */
  readonly lasted: number;
}

type Waiting = ChildProcessByStdio<Writable, Readable, Readable>;

const child = join(__dirname, 'child.mjs');
built();

/**
 * One process that has loaded what it needs and waits to be told its work: most of a kill was the start of Node and of its modules, and
 * the next starts while this one's kill is proved.
 */
const spares = new Map<string, Waiting>();

const start = (needs: string): Waiting =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', child, needs], { stdio: ['pipe', 'pipe', 'pipe'] });

function processFor({ work, settings: { eventStore } }: Work): Waiting {
  const needs = `${work === 'append' ? 'store' : 'whole'} ${eventStore ?? 'sqlite'}`;
  const running = spares.get(needs) ?? start(needs);
  spares.set(needs, start(needs));
  return running;
}

export function endSpares(): void {
  for (const each of spares.values()) each.kill('SIGKILL');
  spares.clear();
}

/** The process has said that it is at work; or that a first append was acknowledged, which on a busy machine may be long after. */
const isReady = (said: string): boolean => said.startsWith('ready\n');
export const hasAcknowledged = (said: string): boolean => said.includes('\nacknowledged ');

/**
 * `after`: milliseconds after it has said what `begins` waits for; without it the work goes on to its end. Error when it ends badly by
 * itself.
 */
export async function startAndKill(work: Work, after?: number, begins = isReady): Promise<Ended> {
  const running = processFor(work);
  let said = '';
  let complaint = '';
  let ready: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  running.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  running.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    if (ready !== undefined || !begins(said)) return;
    ready = performance.now();
    if (after !== undefined) timer = setTimeout(() => running.kill('SIGKILL'), after);
  });
  // Who is dead already cannot be told anything: how it ended says more than this error would.
  running.stdin.on('error', () => undefined).end(`${JSON.stringify(work)}\n`);
  const signal = await new Promise<NodeJS.Signals | null>((done) => running.once('close', (_, by) => done(by)));
  clearTimeout(timer);
  const lasted = performance.now() - (ready ?? performance.now());
  // The last line may have been cut in the middle: then nobody heard it.
  const lines = said.split('\n').slice(1, -1);
  if (signal !== 'SIGKILL' && lines.at(-1) !== 'done') throw new Error(`${work.work} ended by itself: ${complaint}`);
  return { killed: signal === 'SIGKILL', lines, lasted };
}
