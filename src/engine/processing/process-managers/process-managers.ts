// Hands events to the process managers in order. What one does is recorded before its place moves; doing it again adds nothing.
import { setTimeout as delay } from 'node:timers/promises';
import type { Journal } from '../../../store/journal.js';
import type { Position, StoredEvent } from '../../../store/port.js';
import { parseStream } from '../../../kernel/decider.js';
import { inWords } from '../../../kernel/defect.js';
import { isOnwardError } from '../../../kernel/errors.js';
import type { Clock } from '../../../kernel/clock.js';
import { advance, pause, type Checkpoint } from '../checkpoints.js';
import type { Statements } from '../statements.js';
import { introducedAfter } from './introduce.js';
import type { ManagerPlaces } from './places.js';
import type { ProcessManager } from './process-manager.js';
import { ordersFor, type Order } from './react.js';
import type { NewsForDays } from './wanted-now.js';

export interface ProcessManagersParts {
  readonly journal: Journal;
  readonly managers: readonly ProcessManager[];
  readonly places: ManagerPlaces;
  readonly clock: Clock;
  /** Carries out an order, after asking the policy. The same order again must add nothing. */
  readonly carryOut: (order: Order) => Promise<unknown>;
  /** For how long after it happened a fact is news (`changes.ts`); asked for the day of recording, never for today. */
  readonly newsForDays: NewsForDays;
  readonly pageSize?: number;
  /** Waits between tries of an event that failed, in milliseconds. */
  readonly retries?: readonly number[];
  readonly onPaused?: (manager: string, words: string) => void;
  /** Told of a case that cannot be worked out, with words for a person. */
  readonly onPassedOver?: (words: string) => void;
}

export class ProcessManagers {
  constructor(private readonly parts: ProcessManagersParts) {}

  /** Gives each manager that is new here its place: after what is there, unless it is to look at everything from the start. */
  async introduce(from: 'now' | 'the start' = 'now'): Promise<void> {
    const { managers, places, journal, clock } = this.parts;
    for (const { name, fromTheStart } of managers)
      if (!places.has(name))
        places.begin(name, await introducedAfter(journal, clock, name, fromTheStart ? 'the start' : from));
  }

  /** Handles a page of events; answers whether there was any. Managers at different places catch up with each other. */
  async step(): Promise<boolean> {
    const { managers, places, journal, pageSize = 500 } = this.parts;
    const going = this.going();
    const positions = [...new Set(going.map(({ position }) => position))].sort();
    const [first, next] = positions;
    if (first === undefined) return false;
    const here = new Set(going.filter(({ position }) => position === first).map(({ projection }) => projection));
    const group = new Group(
      managers.filter(({ name }) => here.has(name)),
      places.db,
      first,
    );
    let any = false;
    const closed = { hashes: 'not needed', keys: 'not needed' } as const;
    const options = { after: first === '' ? undefined : first, limit: pageSize, pageSize, ...closed };
    for await (const page of journal.store.readAll(options)) {
      for (const event of page) {
        if (next !== undefined && event.position > next) break;
        any = true;
        await this.handleBy(group, event);
      }
    }
    group.save();
    return any;
  }

  /** Handles what is there at this moment; what is recorded meanwhile waits for the next turn, so that a busy store leaves it breath. */
  async turn(goOn: () => boolean = () => true): Promise<void> {
    const head = await this.parts.journal.store.head();
    while (goOn() && head !== undefined && (this.lowest() ?? head) < head && (await this.step()));
  }

  /** Handles everything there is, what it causes included. */
  async catchUp(): Promise<void> {
    while (await this.step());
  }

  places(): Checkpoint[] {
    return this.parts.places.list();
  }

  private going(): Checkpoint[] {
    const known = new Set(this.parts.managers.map(({ name }) => name));
    return this.places().filter(({ projection, pausedAt }) => pausedAt === null && known.has(projection));
  }

  private lowest(): Position | undefined {
    return this.going()
      .map(({ position }) => position)
      .sort()[0];
  }

  private async handleBy(group: Group, event: StoredEvent): Promise<void> {
    const waking = group.managers.filter((manager) => this.wakes(manager, event));
    if (waking.length === 0) return group.passed(event.position);
    for (const manager of waking) {
      const problem = await this.handle(manager, event);
      if (problem === undefined) continue;
      group.stopBefore(manager, () => this.stopAt(manager, event, problem));
    }
    group.passed(event.position);
    group.save();
  }

  private wakes({ folding, wakes }: ProcessManager, { stream, type }: StoredEvent): boolean {
    return wakes.has(this.parts.journal.catalogue.readAs(type)) && parseStream(stream).category === folding.category;
  }

  /** Undefined when it was done. Error: `store-unavailable`, when waiting is all that helps. */
  private async handle(manager: ProcessManager, event: StoredEvent): Promise<unknown> {
    const { journal, carryOut, newsForDays, retries = [20, 100, 500] } = this.parts;
    for (let attempt = 0; ; attempt++) {
      try {
        const orders = await ordersFor(journal, manager, event, newsForDays);
        if (orders === undefined) this.passOver(manager, event);
        for (const order of orders ?? []) await carryOut(order);
        return undefined;
      } catch (error) {
        if (isOnwardError(error, 'store-unavailable')) throw error;
        const wait = retries[attempt];
        if (wait === undefined) return error ?? 'unknown';
        await delay(wait);
      }
    }
  }

  private passOver({ name }: ProcessManager, event: StoredEvent): void {
    this.parts.onPassedOver?.(
      `Process manager ${name} cannot follow up ${event.stream} since event ${event.id} (revision ${event.revision}): the case cannot be worked out. ` +
        `Every other case is followed up, and this one again with the next event after which it can be.`,
    );
  }

  private stopAt({ name }: ProcessManager, event: StoredEvent, problem: unknown): void {
    const { places, clock, onPaused } = this.parts;
    const kind = isOnwardError(problem) ? problem.type : problem instanceof Error ? problem.name : 'an error';
    const reason = `${kind} while handling ${event.type}`;
    pause(places.db, name, clock.now(), event, reason);
    onPaused?.(
      name,
      `Process manager ${name} is paused at event ${event.id} (${event.stream}, revision ${event.revision}): ${reason}. ` +
        `${inWords(problem)}. Nothing is lost; it opens no tasks until it goes on. After mending: npx onward projections resume ${name}`,
    );
  }
}

/** Managers that stand at one place and go through a page together. */
class Group {
  private place: Position;
  private events = 0;

  constructor(
    public managers: readonly ProcessManager[],
    private readonly db: Statements,
    private saved: Position,
  ) {
    this.place = saved;
  }

  passed(position: Position): void {
    this.place = position;
    this.events++;
  }

  /** Whoever was moved meanwhile by another process stays where that one put it. */
  save(): void {
    if (this.place === this.saved) return;
    this.managers = this.db.transaction(() =>
      this.managers.filter(({ name }) => advance(this.db, name, this.saved, this.place, this.events)),
    );
    this.saved = this.place;
    this.events = 0;
  }

  stopBefore(manager: ProcessManager, stop: () => void): void {
    if (this.place === this.saved || advance(this.db, manager.name, this.saved, this.place, this.events)) stop();
    this.managers = this.managers.filter((other) => other !== manager);
  }
}
