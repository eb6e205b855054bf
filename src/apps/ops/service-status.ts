// How things stand at this moment: the store, the lists, the process managers, and how far each is behind. For probes and collectors.
import { Injectable } from '@nestjs/common';
import { Journal } from '../../store/journal.js';
import type { Position } from '../../store/port.js';
import type { Checkpoint } from '../../engine/processing/checkpoints.js';
import { lagsOf, type Lag } from '../../engine/processing/lag.js';
import { ManagerPlaces } from '../../engine/processing/process-managers/places.js';
import { start } from '../../engine/processing/read-models.js';
import { ReadSide } from '../../engine/processing/read-side.js';
import { casesSetAside, type AsideCase } from '../../engine/processing/set-aside.js';
import { isDamage } from '../../store/sqlite-files/errors.js';
import { fileNames, Soundness, type FileCheckState, type Trouble } from '../../store/sqlite-files/soundness.js';
import { Clock } from '../../kernel/clock.js';

export interface Place {
  readonly checkpoint: Checkpoint;
  readonly lag: Lag;
}

export interface Status {
  readonly head: Position | undefined;
  readonly lists: boolean;
  readonly projections: readonly Place[];
  readonly managers: readonly Place[];
  /** Cases whose rows stand still. */
  readonly setAside: readonly AsideCase[];
  /** What is wrong with the files; nobody is told that all is well while there is any. */
  readonly troubles: readonly Trouble[];
}

@Injectable()
export class ServiceStatus {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly managers: ManagerPlaces,
    private readonly soundness: Soundness,
  ) {}

  /** Undefined when the store cannot be read. */
  async look(): Promise<Status | undefined> {
    const { store } = this.journal;
    await this.soundness.tryWhatWasFull();
    try {
      const projections = this.readSide.places();
      const managers = this.managerPlaces();
      // After the places: they never stand further on than a head that is read later.
      const head = await store.head();
      const all = [...projections, ...managers].map(({ position }) => position);
      const lags = await lagsOf(store, head, all, this.clock.now());
      const placed = (checkpoint: Checkpoint): Place[] => {
        const lag = lags.get(checkpoint.position);
        return lag ? [{ checkpoint, lag }] : [];
      };
      return {
        head,
        setAside: this.readSide.askOr<readonly AsideCase[]>([], casesSetAside),
        lists: projections.length > 0 && this.readSide.hasRows(),
        projections: projections.flatMap(placed),
        managers: managers.flatMap(placed),
        troubles: [...this.soundness.troubles(), ...aheadOf(head, all)],
      };
    } catch {
      return undefined;
    }
  }

  /** A damaged file of places is a trouble that is told by its name: no reason to say that the store is away. */
  private managerPlaces(): readonly Checkpoint[] {
    try {
      return this.managers.list();
    } catch (error) {
      if (isDamage(error)) return [];
      throw error;
    }
  }

  /** Whether every file is being read to its end at this moment, or how that ended. */
  fileCheck(): FileCheckState {
    return this.soundness.fileCheck;
  }

  /** When whoever keeps the lists is started again after a fall; undefined while they are kept. */
  projectsAgainAt(): string | undefined {
    return this.readSide.projectsAgainAt();
  }

  /** What is wrong with the files, also when the store cannot be read. */
  troubles(): readonly Trouble[] {
    return this.soundness.troubles();
  }
}

/** Places that stand further on than the history: it was cut short, and what is recorded now would never be seen. */
function aheadOf(head: Position | undefined, places: readonly Position[]): Trouble[] {
  if (places.every((place) => place === start || (head !== undefined && place <= head))) return [];
  return [
    {
      file: fileNames.events,
      kind: 'damaged',
      problem: 'The lists stand further on than the events: events are lost, and what is recorded now may not be seen.',
      help: 'Stop Onward, restore the events from a backup, and start with a new data folder: the lists are built again.',
    },
  ];
}
