// Keeps process managers and timers going beside the pages of a server, until it is told to stop.
import { setTimeout as delay } from 'node:timers/promises';
import type { CivilDate } from '../../kernel/calendar/index.js';

export interface KeepGoingParts {
  readonly managers: { introduce(from: 'now' | 'the start'): Promise<void>; turn(goOn: () => boolean): Promise<void> };
  readonly timers: { look(): Promise<void> };
  /** Where managers that nobody has introduced yet begin. */
  readonly from: 'now' | 'the start';
  /** How far the read models have come: the timers see nothing that these do not show. */
  readonly seen: () => string;
  readonly today: () => CivilDate;
  readonly onTrouble: (error: unknown) => void;
  /** How long to wait for news, and at most between two looks of the timers while there is some, in milliseconds. */
  readonly pollEvery?: number;
  readonly lookEvery?: number;
  /** How long to wait after something went wrong as a whole: a store that cannot be read, lists that are still being built. */
  readonly afterTrouble?: number;
}

export class KeepGoing {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly parts: KeepGoingParts) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the event in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { managers, timers, from, seen, today, pollEvery = 250, lookEvery = 5000 } = this.parts;
    let introduced = false;
    let looked = '';
    let sinceLook = lookEvery;
    while (!this.stopping.signal.aborted) {
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
      await delay(pollEvery, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      sinceLook += pollEvery;
    }
  }

  private async orTellOf(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { onTrouble, afterTrouble = 2000 } = this.parts;
      onTrouble(error);
      await delay(afterTrouble, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
