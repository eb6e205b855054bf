// The event store for many users: the port on EventStoreDB (docs/event-stores.md says how it keeps the promises).
import { checkAppend } from '../expected-revision.js';
import { oneAhead } from '../one-ahead.js';
import { follow, pages } from '../paging.js';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadAllOptions,
  ReadOptions,
  StoredEvent,
  SubscribeOptions,
} from '../port.js';
import { unavailable } from '../sqlite-files/errors.js';
import { Wakeups } from '../wakeups.js';
import { Appender, type AppenderOptions } from './appender.js';
import { Notifier } from './notifier.js';
import type { Connection } from './connection.js';
import { KnownStreams } from './known-streams.js';
import { AllReader } from './read-all.js';
import { StreamReader } from './read-stream.js';
import type { IncomingEvent } from './wire-format.js';

export interface EventStoreDbOptions extends AppenderOptions {
  /** Milliseconds after which a subscription looks for news though the notifier said nothing. */
  readonly poll?: number;
  /** Reads only: every append is refused. */
  readonly readOnly?: boolean;
  /** Told of each event on the way through everything that is none of the history: keys lie among them. */
  readonly onOther?: (event: IncomingEvent) => void;
}

export class EventStoreDbEventStore implements EventStore {
  private readonly known = new KnownStreams();
  private readonly stream: StreamReader;
  private readonly all: AllReader;
  private readonly appender: Appender;
  private readonly wakeups = new Wakeups();
  private readonly notifier: Notifier;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly options: EventStoreDbOptions = {},
  ) {
    this.stream = new StreamReader(connection);
    this.all = new AllReader(connection, options.onOther);
    this.appender = new Appender(connection, this.stream, this.known, options);
    this.notifier = new Notifier(connection, this.wakeups);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    checkAppend(stream, expected, events);
    this.check();
    if (this.options.readOnly) throw unavailable('The event store is open for reading only.', 'Write through Onward.');
    const appended = await this.appender.append(stream, expected, events);
    this.wakeups.ring();
    return appended;
  }

  read(
    stream: string,
    { from, backwards = false, ...options }: ReadOptions = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    return pages(async (last, size) => {
      this.check();
      if (backwards) return this.stream.backwards(stream, last ? last.revision - 1 : from, size);
      const page = await this.stream.forwards(stream, last ? last.revision + 1 : (from ?? 0), size);
      this.known.learn(stream, page);
      return page;
    }, options);
  }

  readAll({ after, backwards = false, ...options }: ReadAllOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    return oneAhead(pages((last, size) => this.page(last?.position ?? after, size, backwards), options));
  }

  subscribe(options: SubscribeOptions): AsyncIterable<readonly StoredEvent[]> {
    this.notifier.start();
    return follow((after, size) => this.page(after, size, false), this.wakeups, options, this.options.poll ?? 1000);
  }

  listen(ring: () => void): () => void {
    this.notifier.start();
    return this.wakeups.listen(ring);
  }

  async head(): Promise<Position | undefined> {
    this.check();
    return this.all.head();
  }

  close(): Promise<void> {
    this.closing ??= this.appender.finished().then(async () => {
      this.wakeups.ring();
      await this.notifier.stop();
      await this.connection.close();
    });
    return this.closing;
  }

  private async page(after: Position | undefined, size: number, backwards: boolean): Promise<readonly StoredEvent[]> {
    this.check();
    return backwards ? this.all.backwards(after, size) : this.all.forwards(after, size);
  }

  private check(): void {
    if (this.closing) throw unavailable('The event store is closed.', 'Onward is stopping; try again when it is back.');
  }
}
