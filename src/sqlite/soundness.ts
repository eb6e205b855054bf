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

const names: Record<FileKind, string> = {
  events: 'events.sqlite',
  keys: 'keys.sqlite',
  views: 'views.sqlite',
  sessions: 'sessions.sqlite',
  'read models': 'read-models',
};

export class Soundness {
  /** Damage stays until Onward is stopped and the file replaced; want of room until something was written. */
  private readonly damage = new Map<FileKind, Trouble>();
  private readonly full = new Set<FileKind>();

  /** Whatever was thrown by the work with a file: damage and want of room are kept in mind. */
  heed(kind: FileKind, error: unknown): void {
    if (isDamage(error)) this.found(kind);
    if (isWantOfRoom(error)) this.full.add(kind);
  }

  /** The first word about a file stays unless a later one says more than that it is damaged. */
  found(kind: FileKind, problem?: string): void {
    if (problem === undefined && this.damage.has(kind)) return;
    this.damage.set(kind, {
      file: names[kind],
      kind: 'damaged',
      problem: problem ?? damaged(kind),
      help: remedies[kind],
    });
  }

  wrote(kind: FileKind): void {
    this.full.delete(kind);
  }

  isFull(kind: FileKind): boolean {
    return this.full.has(kind);
  }

  /** Nothing is added to a damaged file: it would be lost with it. Error: `store-unavailable`. */
  requireWhole(kind: FileKind): void {
    const trouble = this.damage.get(kind);
    if (trouble) throw unavailable(`${trouble.problem} Nothing was recorded.`, trouble.help);
  }

  troubles(): Trouble[] {
    const full = [...this.full].map((kind): Trouble => ({
      file: names[kind],
      kind: 'full',
      problem: `The file of ${kind} has no room left on its disk.`,
      help: 'Free some space: Onward tries to write at each look here and is ready again when it can.',
    }));
    return [...this.damage.values(), ...full];
  }
}
