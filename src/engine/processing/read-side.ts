// The read models as the rest of the process sees them: rows to ask, positions to wait for, lag to show.
import { isOnwardError, OnwardError } from '../../kernel/errors.js';
import { isDamage } from '../../store/sqlite-files/errors.js';
import type { Position } from '../../store/port.js';
import type { Checkpoint } from './checkpoints.js';
import type { Progress } from './project-continuously.js';
import { openForReading, type ReadModelFiles } from './read-models.js';
import type { Statements } from './statements.js';

/** How long a reader waits for its own write to show, in milliseconds. */
export const waitAtMost = 5000;

interface Waiter {
  readonly position: Position;
  readonly done: () => void;
}

/** Reads and waits; whoever projects (a thread, or a test in this one) reports progress to it. */
export class ReadSide {
  private progress: Progress | undefined;
  private open: { readonly file: string; readonly db: Statements } | undefined;
  private waiters: Waiter[] = [];
  private againAt: string | undefined;
  private wakeProjector: () => void = () => undefined;

  constructor(private readonly files: ReadModelFiles) {}

  /** The rows, of the file now in use. Ask for it anew for every question: a rebuild may have switched it. */
  get db(): Statements {
    const file = this.files.current();
    if (file === undefined) {
      throw new OnwardError('not-caught-up', {
        detail: 'The read models are still being built.',
        help: 'Try again in a moment.',
      });
    }
    if (this.open?.file !== file) {
      this.open?.db.database.close();
      this.open = undefined;
      this.open = { file, db: this.opened(file) };
    }
    return this.open.db;
  }

  private opened(file: string): Statements {
    const retire = () => this.files.retire(file);
    try {
      return openForReading(file, retire);
    } catch (error) {
      if (!isDamage(error)) throw error;
      retire();
      throw new OnwardError('not-caught-up', {
        detail: 'The lists were damaged and are being built again from the events.',
        help: 'Try again in a moment.',
      });
    }
  }

  /**
   * Called when a reader has to wait. Only then is whoever projects woken at once; otherwise they look from time to time and
   * take what has come together. Woken by every append, the waking alone was a tenth of the main thread's time in a profile.
   */
  onWaiting(wakeProjector: () => void): void {
    this.wakeProjector = wakeProjector;
  }

  /** Whether there is a file of rows to ask. */
  hasRows(): boolean {
    return this.files.current() !== undefined;
  }

  /** What is said beside a page, and not by it: while the lists are built, or built again, there is none of it. */
  askOr<T>(otherwise: T, question: (db: Statements) => T): T {
    try {
      return this.hasRows() ? question(this.db) : otherwise;
    } catch (error) {
      if (isOnwardError(error, 'not-caught-up')) return otherwise;
      throw error;
    }
  }

  report(progress: Progress): void {
    this.progress = progress;
    this.againAt = undefined;
    const passed = this.passed();
    const ready = this.waiters.filter((waiter) => waiter.position <= passed);
    this.waiters = this.waiters.filter((waiter) => waiter.position > passed);
    for (const waiter of ready) waiter.done();
  }

  /** Whoever projects fell, and is started again at that instant: until then the lists stand still. */
  fell(againAt: string): void {
    this.againAt = againAt;
  }

  /** When whoever fell is started again; undefined while the lists are kept. */
  projectsAgainAt(): string | undefined {
    return this.againAt;
  }

  /** Waits until every projection that is not paused shows what was written at the position. Error: `not-caught-up` after a bounded time. */
  async until(position: Position | undefined, atMost = waitAtMost): Promise<void> {
    if (position === undefined || position <= this.passed()) return;
    this.wakeProjector();
    let waiter: Waiter | undefined;
    const shown = new Promise<void>((done) => this.waiters.push((waiter = { position, done })));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new OnwardError('not-caught-up', {
              detail: 'The lists do not show yet what was recorded at that position.',
              help: 'Look again in a moment.',
            }),
          ),
        atMost,
      );
    });
    try {
      await Promise.race([shown, late]);
    } finally {
      clearTimeout(timer);
      this.waiters = this.waiters.filter((other) => other !== waiter);
    }
  }

  places(): readonly Checkpoint[] {
    return this.progress?.places ?? [];
  }

  /** How far every projection that is not paused has come. */
  passed(): Position {
    const running = this.places().filter((place) => place.pausedAt === null);
    return running.map((place) => place.position).sort()[0] ?? ('' as Position);
  }

  close(): void {
    this.open?.db.database.close();
    this.open = undefined;
  }
}
