// Keeps process managers and timers going beside the pages of a server, until it is told to stop.
import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '../../../store/port.js';
import { Wakeups } from '../../../store/wakeups.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { stopwatch } from '../../../kernel/clock.js';
import { BackOff } from '../back-off.js';

export interface KeepGoingParts {
  readonly managers: { introduce(from: 'now' | 'the start'): Promise<void>; turn(goOn: () => boolean): Promise<void> };
  readonly timers: { look(): Promise<void> };
  /** Where managers that nobody has introduced yet begin. */
  readonly from: 'now' | 'the start';
  /** How far the read models have come: the timers see nothing that these do not show. */
  readonly seen: () => string;
  readonly today: () => CivilDate;
  readonly onTrouble: (error: unknown) => void;
  /** The store's own word that there is news, where it has one: then asking it is only for when that was lost. */
  readonly listen?: EventStore['listen'];
  /** How long to rest after each turn; after how long to ask for news that nobody told of; at most between two looks of the timers. In milliseconds. */
  readonly restFor?: number;
  readonly pollEvery?: number;
  readonly lookEvery?: number;
  /** How long to wait after something went wrong as a whole: a store that cannot be read, lists that are still being built. Longer each time, up to a minute. */
  readonly afterTrouble?: number;
}

export class KeepGoing {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private readonly backOff: BackOff;

  constructor(private readonly parts: KeepGoingParts) {
    this.backOff = new BackOff({ shortest: parts.afterTrouble ?? 2000, longest: 60_000 });
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the event in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { managers, timers, from, seen, today, listen, restFor = 250, lookEvery = 5000 } = this.parts;
    const { pollEvery = listen ? 1000 : 0 } = this.parts;
    const news = new Wakeups();
    const stopListening = listen?.(() => news.ring());
    let introduced = false;
    let looked = '';
    let sinceLook = lookEvery;
    while (!this.stopping.signal.aborted) {
      const heard = news.count;
      await this.orTellOf(async () => {
        if (!introduced) await managers.introduce(from);
        introduced = true;
        await managers.turn(() => !this.stopping.signal.aborted);
        // Dates come near with the days and change with events: without either there is nothing to look for.
        const now = `${today()} ${seen()}`;
        if (now !== looked && sinceLook >= lookEvery) {
          await timers.look();
          looked = now;
          sinceLook = 0;
        }
      });
      const passed = stopwatch();
      await delay(restFor, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (pollEvery > restFor) await news.wait(heard, this.stopping.signal, pollEvery - restFor);
      sinceLook += passed() * 1000;
    }
    stopListening?.();
  }

  private async orTellOf(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.backOff.wentWell();
    } catch (error) {
      this.parts.onTrouble(error);
      await delay(this.backOff.afterFailure(), undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
