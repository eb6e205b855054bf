// The one way to the server: own timers, a limit on open streams, a new client where the old one may be stuck.
import { isOnwardError } from '../../kernel/errors.js';
import { unavailable } from '../sqlite-files/errors.js';
import type { ServerAddress } from './connection-string.js';
import { isOfTransport, NoAnswer, typeOf } from './errors.js';
import { letGo, loadClient, versionOf, type Client } from './load-client.js';
import { Slots } from './slots.js';
import { within, type Patience } from './timer.js';

export interface ConnectionOptions {
  /** Milliseconds without a sign of life after which a call has failed. */
  readonly callTimeout?: number;
  /** Milliseconds without any answer on a connection after which it is given up for a new one (docs/adr/0063). */
  readonly silence?: number;
  /** Milliseconds for which what failed only for the moment is tried again. */
  readonly patience?: number;
  /** Calls at once; the server takes 100 streams on a connection and lets the 101st wait for ever. */
  readonly openStreams?: number;
}

export interface PerCall {
  readonly credentials: { readonly username: string; readonly password: string };
  readonly deadline: number;
  readonly requiresLeader?: boolean;
}

/** Connections in a row that are given up early for their silence; what is slow for longer than that is waited for. */
const givenUpAtMost = 3;

export class Connection {
  readonly callTimeout: number;
  readonly patience: number;
  private readonly silence: number;
  private readonly slots: Slots;
  private client: Promise<Client> | undefined;
  private givenUp = 0;
  /** When anything was last heard from the server. */
  private heardAt = -Infinity;
  private readonly ending = new Set<Promise<void>>();
  private closed = false;

  constructor(
    readonly address: ServerAddress,
    { callTimeout = 10_000, silence = 2000, patience = 15_000, openStreams = 80 }: ConnectionOptions = {},
    private readonly load: typeof loadClient = loadClient,
  ) {
    this.callTimeout = callTimeout;
    this.patience = patience;
    this.silence = Math.min(silence, callTimeout);
    this.slots = new Slots(openStreams);
  }

  /**
   * Always with credentials: then each append is a call of its own, with a deadline that gRPC counts on our clock. Without them all
   * appends of the process share one stream, and an error there fails everybody's (docs/event-stores.md).
   */
  get perCall(): PerCall {
    return { credentials: this.address.user ?? { username: 'onward', password: '' }, deadline: this.callTimeout };
  }

  /**
   * One call, bounded in time. A node that answers nobody on the connection is left early, for it may be frozen and the others lead on;
   * one that is only slow for this call is waited for. Errors: the client's own, and `NoAnswer`.
   */
  async call<T>(work: (client: Client, patience: Patience) => Promise<T>): Promise<T> {
    return this.slots.use(async () => {
      const loading = this.current();
      const client = await loading;
      try {
        const answer = await within(
          (touchedAt) => this.left(touchedAt),
          (patience) => work(client, { ...patience, touch: () => this.heard(patience) }),
        );
        this.heard();
        return answer;
      } catch (error) {
        if (error instanceof NoAnswer) this.giveUp(loading);
        throw error;
      }
    });
  }

  private heard(patience?: Patience): void {
    this.heardAt = performance.now();
    this.givenUp = 0;
    patience?.touch();
  }

  private left(touchedAt: number): number {
    const whole = touchedAt + this.callTimeout;
    const early = Math.max(touchedAt, this.heardAt) + this.silence;
    return (this.givenUp < givenUpAtMost ? Math.min(whole, early) : whole) - performance.now();
  }

  /** Once a connection, however many calls waited on it. */
  private giveUp(client: Promise<Client>): void {
    if (this.client !== client || performance.now() - this.heardAt < this.silence) return;
    this.givenUp++;
    void this.renew();
  }

  /** Outside the limit, for the one subscription that lives as long as the store. */
  current(): Promise<Client> {
    if (this.closed) throw unavailable('The event store is closed.', 'Onward is stopping; try again when it is back.');
    return (this.client ??= this.loaded());
  }

  /** A load that failed is not kept: the next call tries anew. */
  private loaded(): Promise<Client> {
    const loading = this.load(this.address);
    loading.catch(() => {
      if (this.client === loading) this.client = undefined;
    });
    return loading;
  }

  /** Error: whatever the first call of a connection meets. A client remembers some of these for ever, so it is replaced. */
  async serverVersion(): Promise<string> {
    try {
      return await this.call((client) => versionOf(client));
    } catch (error) {
      if (!isOnwardError(error) && !isOfTransport(error)) await this.renew();
      throw error;
    }
  }

  /** The next call connects anew. */
  async renew(): Promise<void> {
    const old = this.client;
    this.client = undefined;
    await this.end(old);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([this.end(this.client), ...this.ending]);
  }

  private async end(client: Promise<Client> | undefined): Promise<void> {
    if (!client) return;
    const ending = within(1000, async () => letGo(await client)).catch(() => undefined);
    this.ending.add(ending);
    await ending;
    this.ending.delete(ending);
  }
}

/** What every stream of the client can do. */
export interface Reading {
  on(event: 'data', listener: (event: never) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  cancel(): Promise<void>;
}

/** A stream of the client, read to its end and always let go, whatever happens. Undefined: there is no such stream. */
export function collect<E>(
  connection: Connection,
  begin: (client: Client) => unknown,
): Promise<readonly E[] | undefined> {
  return connection.call(async (client, patience) => {
    const reading = begin(client) as Reading;
    const events: E[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        reading.on('data', (event: E) => {
          events.push(event);
          patience.touch();
        });
        // Stays on afterwards: a late error without a listener would end the process.
        reading.on('error', reject);
        reading.on('end', resolve);
        reading.on('close', resolve);
        patience.onSilence(reject);
      });
      return events;
    } catch (error) {
      if (typeOf(error) === 'stream-not-found') return undefined;
      throw error;
    } finally {
      void reading.cancel().catch(() => undefined);
    }
  });
}
