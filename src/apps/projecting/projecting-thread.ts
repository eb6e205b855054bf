// Runs the projecting thread, wakes it, and starts it again when it falls over: at once is no use when it falls again and again.
import { Worker } from 'node:worker_threads';
import { inWords } from '../../kernel/defect.js';
import type { Figures } from '../../engine/observing/figures.js';
import { stopwatch, type Clock } from '../../kernel/clock.js';
import type { Settings } from '../ops/settings.js';
import { BackOff } from '../../engine/processing/back-off.js';
import type { FromWorker, ToWorker } from './messages.js';
import type { ReadSide } from '../../engine/processing/read-side.js';

export class ProjectingThread {
  private worker: Worker | undefined;
  private stopping = false;
  private again: NodeJS.Timeout | undefined;
  private readonly backOff = new BackOff({ shortest: 1000, longest: 60_000 });

  constructor(
    private readonly settings: Settings,
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly tell: (words: string) => void,
    private readonly figures?: Pick<Figures, 'projected' | 'threadFell'>,
  ) {}

  start(): void {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: this.settings });
    this.worker = worker;
    const ran = stopwatch();
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') this.readSide.report(message.progress);
      if (message.kind === 'paused') this.tell(message.words);
      if (message.kind === 'fell') this.fell(message.words);
      if (message.kind === 'projected') this.figures?.projected(message.projected);
    });
    worker.on('error', (error: Error) => this.fell(inWords(error)));
    worker.on('exit', () => {
      this.worker = undefined;
      // One that kept the lists for as long had recovered from the fall before; one that reports and falls at once had not.
      if (ran() * 1000 >= this.backOff.bounds.longest) this.backOff.wentWell();
      if (!this.stopping) this.later(this.backOff.afterFailure());
    });
  }

  private later(wait: number): void {
    this.readSide.fell(new Date(Date.parse(this.clock.now()) + wait).toISOString());
    this.again = setTimeout(() => this.start(), wait).unref();
  }

  private fell(words: string): void {
    this.figures?.threadFell();
    this.tell(`The projecting thread stopped: ${words} It is started again.`);
  }

  /** There is news: do not wait for the next look. */
  wake(): void {
    this.send({ kind: 'wake' });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.again);
    const worker = this.worker;
    if (!worker) return;
    const gone = new Promise<void>((done) => worker.once('exit', () => done()));
    this.send({ kind: 'stop' });
    await gone;
  }

  private send(message: ToWorker): void {
    this.worker?.postMessage(message);
  }
}
