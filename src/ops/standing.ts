// How things stand at this moment: the store, the lists, the process managers, and how far each is behind. For probes and collectors.
import { Injectable } from '@nestjs/common';
import { Journal } from '../event-store/journal.js';
import type { Position } from '../event-store/port.js';
import type { Checkpoint } from '../processing/checkpoints.js';
import { lagsOf, type Lag } from '../processing/lag.js';
import { ManagerPlaces } from '../processing/process-managers/places.js';
import { ReadSide } from '../processing/read-side.js';
import { casesSetAside, type AsideCase } from '../processing/set-aside.js';
import { Clock } from './clock.js';

export interface Place {
  readonly checkpoint: Checkpoint;
  readonly lag: Lag;
}

export interface HowItStands {
  readonly head: Position | undefined;
  readonly lists: boolean;
  readonly projections: readonly Place[];
  readonly managers: readonly Place[];
  /** Cases whose rows stand still. */
  readonly setAside: readonly AsideCase[];
}

@Injectable()
export class Standing {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly managers: ManagerPlaces,
  ) {}

  /** Undefined when the store cannot be read. */
  async look(): Promise<HowItStands | undefined> {
    try {
      const { store } = this.journal;
      const head = await store.head();
      const projections = this.readSide.places();
      const managers = this.managers.list();
      const all = [...projections, ...managers].map(({ position }) => position);
      const lags = await lagsOf(store, head, all, this.clock.now());
      const placed = (checkpoint: Checkpoint): Place[] => {
        const lag = lags.get(checkpoint.position);
        return lag ? [{ checkpoint, lag }] : [];
      };
      return {
        head,
        lists: projections.length > 0 && this.readSide.hasRows(),
        projections: projections.flatMap(placed),
        managers: managers.flatMap(placed),
        setAside: this.readSide.hasRows() ? casesSetAside(this.readSide.db) : [],
      };
    } catch {
      return undefined;
    }
  }
}
