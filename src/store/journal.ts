// The event store as the rest of Onward knows it: typed facts in, typed events out; sealed in between.
import type { CivilDate } from '../kernel/calendar/index.js';
import type { Folding } from '../kernel/decider.js';
import { parseStream, streamOf } from '../kernel/decider.js';
import type { CommandContext } from '../kernel/envelope.js';
import { invalid, notRecorded, OnwardError } from '../kernel/errors.js';
import type { Fact, Recorded } from '../kernel/events.js';
import { History } from '../kernel/history.js';
import { unwatched, type Watcher } from '../kernel/watcher.js';
import type { Clock } from '../kernel/clock.js';
import { idFrom } from '../kernel/ids.js';
import { forOnePage } from './keys/for-one-page.js';
import type { SubjectKeys } from './keys/key-store.js';
import type { EventCatalogue } from './catalogue.js';
import { checkFact, decode, encode, type Envelope } from './codec.js';
import type { Appended, EventStore, ExpectedRevision, Position, ReadAllOptions, ReadOptions } from './port.js';

export interface Loaded<S, F extends Fact = Fact> {
  readonly state: S;
  /** What the state was folded from. */
  readonly history: History<S, F>;
  /** Revision of the last event, or -1 when there is no such stream. */
  readonly revision: number;
  readonly position?: Position;
  /** What this command wrote, when it was carried out before. */
  readonly before: readonly Envelope[];
}

/** The id that the nth fact of a command gets in a stream: it follows from the command, so a retry makes the same events. */
export const eventIdOf = (commandId: string, stream: string, index: number): string => idFrom(commandId, stream, index);

/** What deciders fold: neither proved nor opened. */
const closed = { hashes: 'not needed', keys: 'not needed' } as const;

const keysFor = <O extends { readonly closed?: boolean }>(options: O) =>
  options.closed ? ({ ...options, keys: 'not needed' } as const) : options;

export class Journal {
  constructor(
    readonly store: EventStore,
    readonly keys: SubjectKeys,
    readonly catalogue: EventCatalogue,
    private readonly clock: Clock,
    private readonly watcher: Watcher = unwatched,
  ) {}

  /** The same over a store that stands before this one's. */
  over(store: EventStore): Journal {
    return new Journal(store, this.keys, this.catalogue, this.clock, this.watcher);
  }

  /** What `append` would refuse of a fact, without appending it. Error: `invalid-input`. */
  check(fact: Fact): void {
    checkFact(this.catalogue, fact as Fact<string, Record<string, unknown>>);
  }

  today(): CivilDate {
    return this.clock.today();
  }

  /** Seals and appends facts to one stream. The ids follow from the command, so the same command again is the same events. */
  async append(
    stream: string,
    expected: ExpectedRevision,
    facts: readonly Fact[],
    context: CommandContext & { readonly subject?: string },
  ): Promise<Appended & { readonly eventIds: readonly string[] }> {
    const key = context.subject === undefined ? undefined : await this.keyFor(context.subject);
    const recordedAt = this.clock.now();
    const today = this.clock.today();
    for (const fact of facts) {
      if (fact.occurredOn > today)
        throw invalid(
          'occurredOn',
          `${fact.type} is dated in the future; only what has happened can be recorded`,
          'REC-24',
        );
    }
    const events = facts.map((fact, index) =>
      encode(this.catalogue, {
        id: eventIdOf(context.commandId, stream, index),
        fact: fact as Fact<string, Record<string, unknown>>,
        subject: context.subject,
        key,
        recordedAt,
        context,
      }),
    );
    const { correlationId } = context;
    const doing = {
      kind: 'append',
      category: parseStream(stream).category,
      events: events.length,
      correlationId,
    } as const;
    const appended = await this.watcher.around(doing, () => this.store.append(stream, expected, events));
    return { ...appended, eventIds: events.map((event) => event.id) };
  }

  private async keyFor(subject: string): Promise<Buffer> {
    try {
      return await this.keys.keyFor(subject);
    } catch (error) {
      throw notRecorded(error);
    }
  }

  /** Folds one case from its history. Personal fields stay closed: deciders work on the clear ones. */
  async load<S, F extends Fact>(type: Folding<S, F>, id: string, commandId?: string): Promise<Loaded<S, F>> {
    const history = new History(type);
    let revision = -1;
    let position: Position | undefined;
    const before: Envelope[] = [];
    for await (const page of this.store.read(streamOf(type.category, id), closed)) {
      for (const stored of page) {
        const event = decode(this.catalogue, stored);
        history.take(event as unknown as F & Recorded);
        if (event.commandId === commandId) before.push(event);
        ({ revision, position } = stored);
      }
    }
    return { state: history.state, history, revision, position, before };
  }

  /** Pages of one stream with personal fields opened where the person's key still exists. */
  async *read(
    stream: string,
    options: ReadOptions & { readonly closed?: boolean } = {},
  ): AsyncIterable<readonly Envelope[]> {
    for await (const page of this.store.read(stream, keysFor(options))) {
      const keys = options.closed ? undefined : forOnePage(this.keys);
      yield page.map((stored) => decode(this.catalogue, stored, keys));
    }
  }

  /** Pages of everything, in order. */
  async *readAll(options: ReadAllOptions & { readonly closed?: boolean } = {}): AsyncIterable<readonly Envelope[]> {
    for await (const page of this.store.readAll(keysFor(options))) {
      const keys = options.closed ? undefined : forOnePage(this.keys);
      yield page.map((stored) => decode(this.catalogue, stored, keys));
    }
  }

  /** One event by its place. Error: `not-found`. */
  async event(stream: string, revision: number): Promise<Envelope> {
    for await (const page of this.read(stream, { from: revision, limit: 1 })) {
      const event = page[0];
      if (event) return event;
    }
    throw new OnwardError('not-found', { detail: `There is no event ${revision} in ${stream}.` });
  }
}
