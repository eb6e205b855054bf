// Feeds projections in order from the event store; rows and checkpoint move in one transaction.
import { setTimeout as delay } from 'node:timers/promises';
import type { Envelope } from '../../store/codec.js';
import type { EventCatalogue } from '../../store/catalogue.js';
import type { EventStore, Position, StoredEvent } from '../../store/port.js';
import { inWords } from '../../kernel/defect.js';
import { stopwatch, type Clock } from '../../kernel/clock.js';
import type { SubjectKeys } from '../../store/keys/key-store.js';
import { isDamage, isWantOfRoom } from '../../store/sqlite-files/errors.js';
import { advance, checkpoints, pause } from './checkpoints.js';
import { keysForPage, pageDecoder } from './decode-page.js';
import type { Projection, WholeStreams } from './projection.js';
import { toTryAgain, triedAgain } from './set-aside.js';
import { Statements } from './statements.js';

export interface ProjectorParts {
  readonly store: EventStore;
  readonly keys: SubjectKeys;
  readonly catalogue: EventCatalogue;
  readonly clock: Clock;
  readonly projections: readonly Projection[];
  readonly db: Statements;
  readonly pageSize?: number;
  /** Waits between tries of a page that failed, in milliseconds. */
  readonly retries?: readonly number[];
  /** Told of a projection that paused, by name and with words for a person. */
  readonly onPaused?: (projection: string, words: string) => void;
  /** Told of each page that was taken: by which projections, and how long reading and taking it took. */
  readonly onProjected?: (projections: readonly string[], page: readonly Envelope[], seconds: number) => void;
}

interface Page {
  readonly page: readonly Envelope[];
  readonly whole?: WholeStreams;
  readonly unreadable?: { readonly event: StoredEvent; readonly problem: unknown };
}

const usualPage = 1000;

export class Projector {
  private db: Statements;
  /** Where this projector itself left each projection. */
  private readonly left = new Map<string, Position>();

  constructor(private readonly parts: ProjectorParts) {
    this.db = parts.db;
  }

  /** Handles up to a page; answers how much there was. Projections at different places catch up with each other. */
  async step(): Promise<'nothing' | 'some' | 'a full page'> {
    const seconds = stopwatch();
    await this.tryAgain();
    const places = checkpoints(this.db).filter((place) => place.pausedAt === null);
    const first = places.map((place) => place.position).sort()[0];
    if (first === undefined) return 'nothing';
    const next = places.map((place) => place.position).find((position) => position > first);
    const group = this.parts.projections.filter(({ name }) =>
      places.some((place) => place.projection === name && place.position === first),
    );
    // Another process has moved it, or this one has just begun: what projections remember of cases may be older than the rows.
    if (group.some(({ name }) => this.left.get(name) !== first)) this.forget();
    const { page, unreadable } = await this.pageAfter(first, next);
    if (page.length === 0 && !unreadable) return 'nothing';
    const answer = page.length < (this.parts.pageSize ?? usualPage) ? 'some' : 'a full page';
    const last = page[page.length - 1]?.position ?? first;
    const whole = await this.wholeStreams(group, page);
    if (unreadable || !this.tryAll(group, first, last, { page, whole }))
      for (const projection of group) {
        const taken = await this.feed(projection, first, { page, whole });
        if (taken && unreadable) this.stopAt(projection, unreadable.event, unreadable.problem);
      }
    // Another process may have been quicker with it: then it was not taken here.
    const took = group.filter(({ name }) => page.length > 0 && this.left.get(name) === last).map(({ name }) => name);
    if (took.length > 0) this.parts.onProjected?.(took, page, seconds());
    return answer;
  }

  /** Handles everything there is now. */
  async catchUp(): Promise<void> {
    while ((await this.step()) !== 'nothing');
  }

  /** Cases that were set aside, where a person asked for it: each from its first event, as far as its projection has come. */
  private async tryAgain(): Promise<void> {
    for (const { projection: name, stream } of toTryAgain(this.db)) {
      const projection = this.parts.projections.find((one) => one.name === name);
      const upTo = checkpoints(this.db).find((place) => place.projection === name)?.position;
      const read = pageDecoder(this.parts, this.parts.projections);
      const events: Envelope[] = [];
      for await (const page of this.parts.store.read(stream, { hashes: 'not needed' }))
        events.push(...page.filter(({ position }) => upTo !== undefined && position <= upTo).map(read));
      this.forget();
      this.db.transaction(() => {
        triedAgain(this.db, name, stream);
        projection?.cases?.again(events, this.db);
      });
    }
  }

  /** The next page as far as it can be read: an event whose bytes or type make no sense ends it. */
  private async pageAfter(after: Position, upTo: Position | undefined): Promise<Page> {
    const { store, projections, pageSize = usualPage } = this.parts;
    const page: Envelope[] = [];
    const from = after === '' ? undefined : after;
    const options = { limit: pageSize, pageSize, hashes: 'not needed', keys: 'not needed' } as const;
    for await (const stored of store.readAll({ after: from, ...options })) {
      await keysForPage(this.parts, projections, stored);
      const read = pageDecoder(this.parts, projections);
      for (const event of stored) {
        if (upTo !== undefined && event.position > upTo) return { page };
        try {
          page.push(read(event));
        } catch (problem) {
          return { page, unreadable: { event, problem } };
        }
      }
    }
    return { page };
  }

  /** Of the cases that this page corrects, as far as it goes. */
  private async wholeStreams(group: readonly Projection[], page: readonly Envelope[]): Promise<WholeStreams> {
    const anew = page.filter((event) => group.some(({ foldsAnew }) => foldsAnew?.(event)));
    const streams = new Map<string, Envelope[]>();
    const upTo = page[page.length - 1]?.position ?? '';
    for (const { stream } of anew) {
      if (streams.has(stream)) continue;
      const read = pageDecoder(this.parts, this.parts.projections);
      const events: Envelope[] = [];
      for await (const some of this.parts.store.read(stream, { hashes: 'not needed' }))
        events.push(...some.filter(({ position }) => position <= upTo).map(read));
      streams.set(stream, events);
    }
    return streams;
  }

  /** All of them in one commit: seven commits for one event would keep the disk from those who record. */
  private tryAll(group: readonly Projection[], from: Position, to: Position, page: Page): boolean {
    return (
      this.attempt(() => {
        for (const projection of group) this.take(projection, from, to, page);
      }) === undefined
    );
  }

  /** Answers whether the projection took the whole page. */
  private async feed(projection: Projection, from: Position, { page, whole }: Page): Promise<boolean> {
    for (const wait of this.parts.retries ?? [20, 100, 500]) {
      if (this.tryApply(projection, from, { page, whole }) === undefined) return true;
      await delay(wait);
    }
    // The page fails again and again: go on event by event, up to the one that cannot be handled.
    let place = from;
    for (const event of page) {
      const problem = this.tryApply(projection, place, { page: [event], whole });
      if (problem !== undefined) {
        if (problem instanceof Error && isWantOfRoom(problem)) throw problem; // it goes on by itself when there is room again
        this.stopAt(projection, event, problem);
        return false;
      }
      place = event.position;
    }
    return true;
  }

  private tryApply(projection: Projection, from: Position, page: Page): unknown {
    const last = page.page[page.page.length - 1];
    if (!last) return undefined;
    return this.attempt(() => this.take(projection, from, last.position, page));
  }

  private take(projection: Projection, from: Position, to: Position, { page, whole }: Page): void {
    const { name } = projection;
    if (!advance(this.db, name, from, to, page.length)) return;
    projection.apply(page, this.db, whole);
    this.left.set(name, to);
  }

  /** Undefined when it was done and committed, else what went wrong: then nothing of it is there. */
  private attempt(work: () => void): unknown {
    try {
      this.db.transaction(work);
      return undefined;
    } catch (error) {
      this.forget(); // it belongs to the rows that were rolled back
      if (isDamage(error)) throw error; // no event's fault: nothing pauses, the lists are built anew
      return error ?? 'unknown';
    }
  }

  /** What projections remember, they remember with the object that they were given. */
  private forget(): void {
    this.db = new Statements(this.db.database);
    this.left.clear();
  }

  private stopAt(
    projection: Projection,
    event: Pick<StoredEvent, 'id' | 'type' | 'stream' | 'revision'>,
    problem: unknown,
  ): void {
    const reason =
      problem instanceof Error
        ? `${problem.name} while handling ${event.type}`
        : `an error while handling ${event.type}`;
    pause(this.db, projection.name, this.parts.clock.now(), event, reason);
    this.parts.onPaused?.(
      projection.name,
      `Projection ${projection.name} is paused at event ${event.id} (${event.stream}, revision ${event.revision}): ${reason}. ` +
        `${inWords(problem)}. Nothing is lost; what it shows stands still. After mending: npx onward projections resume ${projection.name}`,
    );
  }
}
