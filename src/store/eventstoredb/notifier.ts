// Tells when there may be news: one live subscription for the whole store, begun again whenever it ends, for whatever reason.
import { setTimeout as delay } from 'node:timers/promises';
import type { Wakeups } from '../wakeups.js';
import type { Connection, Reading } from './connection.js';
import { NoAnswer } from './errors.js';
import { waitAfter } from './persistently.js';

interface Subscription extends Reading {
  on(event: 'data', listener: (event: never) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end' | 'close' | 'confirmation', listener: () => void): unknown;
  unsubscribe(): Promise<void>;
}

/**
 * It only says that there may be news; the events themselves are read by position. So nothing that a subscription may do (drop, repeat, fall behind, stall)
 * can lose an event, double one or change the order.
 */
export class Notifier {
  private readonly ended = new AbortController();
  private running: Promise<void> | undefined;
  private failures = 0;

  constructor(
    private readonly connection: Connection,
    private readonly wakeups: Wakeups,
  ) {}

  /** Begins with the first who listens. */
  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.ended;
    while (!signal.aborted) {
      await this.listen().catch(() => undefined);
      this.failures++;
      await delay(waitAfter(this.failures), undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until the subscription ends in one way or another, or the notifier is stopped. */
  private async listen(): Promise<void> {
    const { signal } = this.ended;
    const client = await this.connection.current();
    const { credentials } = this.connection.perCall;
    const subscription = client.subscribeToAll({
      credentials,
      fromPosition: 'end',
      filter: { filterOn: 'streamName', regex: '^[^$]', checkpointInterval: 1000 },
    }) as unknown as Subscription;
    let timer: NodeJS.Timeout | undefined;
    let stop = () => undefined as void;
    try {
      await new Promise<void>((over, failed) => {
        timer = setTimeout(() => failed(new NoAnswer()), this.connection.callTimeout);
        subscription.on('confirmation', () => {
          clearTimeout(timer);
          this.failures = 0;
          // What came while nobody listened.
          this.wakeups.ring();
        });
        subscription.on('data', () => this.wakeups.ring());
        // Stays on: an error without a listener would end the process.
        subscription.on('error', failed);
        subscription.on('end', over);
        subscription.on('close', over);
        stop = over;
        signal.addEventListener('abort', stop);
      });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      void subscription.unsubscribe().catch(() => undefined);
    }
  }
}
