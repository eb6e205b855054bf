// Checks the files in a thread of its own while the server answers: at the start, and again when another thread fell.
import { Worker } from 'node:worker_threads';
import type { Soundness } from '../../store/sqlite-files/soundness.js';
import type { Damage } from './check-files.js';
import { stopwatch } from '../../kernel/clock.js';
import type { Settings } from './settings.js';

/** Seconds: a thread that falls again and again does not have the files read again and again. */
const atMostEvery = 600;

export type Checked =
  | { readonly kind: 'checked'; readonly damage: readonly Damage[] }
  | { readonly kind: 'failed'; readonly words: string };

export class FileCheck {
  private worker: Worker | undefined;
  private since = stopwatch();
  private done = true;

  constructor(
    private readonly settings: Settings,
    private readonly soundness: Soundness,
    private readonly tell: (words: string) => void,
  ) {}

  start(): void {
    this.since = stopwatch();
    this.done = false;
    this.soundness.fileCheck = 'running';
    const worker = new Worker(new URL('./file-check-thread.js', import.meta.url), { workerData: this.settings });
    this.worker = worker;
    worker.unref();
    worker.on('message', (checked: Checked) => {
      this.soundness.fileCheck = checked.kind === 'failed' ? 'failed' : 'done';
      if (checked.kind === 'failed') this.tell(`The files could not be checked: ${checked.words}`);
      else
        for (const { kind, problem } of checked.damage) {
          this.soundness.found(kind, problem);
          this.tell(`${problem} Onward is not ready.`);
        }
    });
    worker.on('error', () => this.tell('The thread that checks the files stopped.'));
    worker.on('exit', () => {
      this.done = true;
      // It ended without a word.
      if (this.soundness.fileCheck === 'running') this.soundness.fileCheck = 'failed';
    });
  }

  again(): void {
    if (this.done && this.since() > atMostEvery) this.start();
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
  }
}
