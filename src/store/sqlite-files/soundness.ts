// What is known at this moment to be wrong with the files of the data folder: health tells it, and writing stops where it must (docs/adr/0045).
import { damaged, isDamage, isWantOfRoom, remedies, unavailable, type FileKind } from './errors.js';

export interface Trouble {
  /** The file in the data folder, by its usual name. */
  readonly file: string;
  readonly kind: 'damaged' | 'full';
  /** Never personal data. */
  readonly problem: string;
  readonly help: string;
}

export const fileNames: Record<FileKind, string> = {
  events: 'events.sqlite',
  keys: 'keys.sqlite',
  views: 'views.sqlite',
  sessions: 'sessions.sqlite',
  'process managers': 'process-managers.sqlite',
  'read models': 'read-models',
};

/** Of the reading of every file to its end: whether one runs, and how the last one ended. */
export type FileCheckState = 'none' | 'running' | 'done' | 'failed';

export class Soundness {
  fileCheck: FileCheckState = 'none';

  /** Damage stays until Onward is stopped and the file replaced; want of room until something was written. */
  private readonly damage = new Map<FileKind, Trouble>();
  private readonly full = new Set<FileKind>();
  private readonly tries = new Map<FileKind, () => unknown>();

  /** Whatever was thrown by the work with a file: damage and want of room are kept in mind. */
  noteFailure(kind: FileKind, error: unknown): void {
    if (isDamage(error)) this.found(kind);
    if (isWantOfRoom(error)) this.full.add(kind);
  }

  /** The first word about a file stays unless a later one says more than that it is damaged. */
  found(kind: FileKind, problem?: string): void {
    if (problem === undefined && this.damage.has(kind)) return;
    this.damage.set(kind, {
      file: fileNames[kind],
      kind: 'damaged',
      problem: problem ?? damaged(kind),
      help: remedies[kind],
    });
  }

  wrote(kind: FileKind): void {
    this.full.delete(kind);
  }

  /** Whoever holds a file says how it is tried whether there is room again: writes, and takes back, what means nothing. */
  triedBy(kind: FileKind, tryToWrite: () => unknown): void {
    this.tries.set(kind, tryToWrite);
  }

  /** Nobody may write any more while it is not ready: so whatever was full is tried by whoever looks. */
  async tryWhatWasFull(): Promise<void> {
    for (const kind of [...this.full]) {
      const tryToWrite = this.tries.get(kind);
      if (!tryToWrite) continue;
      try {
        await tryToWrite();
        this.wrote(kind);
      } catch (error) {
        this.noteFailure(kind, error);
      }
    }
  }

  /** Nothing is added to a damaged file: it would be lost with it. Error: `store-unavailable`. */
  requireWhole(kind: FileKind): void {
    const trouble = this.damage.get(kind);
    if (trouble) throw unavailable(`${trouble.problem} Nothing was recorded.`, trouble.help);
  }

  troubles(): Trouble[] {
    const full = [...this.full].map((kind): Trouble => ({
      file: fileNames[kind],
      kind: 'full',
      problem: `The file of ${kind} has no room left on its disk.`,
      help: 'Free some space: Onward tries to write at each look here and is ready again when it can.',
    }));
    return [...this.damage.values(), ...full];
  }
}
