// Projects in the calling thread, when asked: for the command line and the tests.
import { isOnwardError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { checkpoints } from './checkpoints.js';
import { ListCleaning } from './clean-lists.js';
import { lagOf } from './lag.js';
import { Projector, type ProjectorParts } from './projector.js';
import { openForProjecting, type ReadModelFiles } from './read-models.js';
import type { ReadSide } from './read-side.js';
import { rebuild } from './rebuild.js';
import type { Statements } from './statements.js';

interface Open {
  readonly file: string;
  readonly db: Statements;
}

/** Fewer events than this are taken one page after the other whatever the lists hold. */
const worthBuilding = 1000;

export class InlineProjecting {
  private open: Open | undefined;

  private readonly cleaning: ListCleaning;

  constructor(
    private readonly files: ReadModelFiles,
    private readonly parts: Omit<ProjectorParts, 'db'>,
    private readonly readSide: ReadSide,
  ) {
    this.cleaning = new ListCleaning(files, parts.keys);
  }

  /** Brings the read models to the head, building them first when there are none that fit. */
  async catchUp(): Promise<void> {
    const { files, parts } = this;
    const current = files.current();
    if (current === undefined || !files.fits(current, parts.projections)) await rebuild(files, parts, newId());
    this.open = this.inUse();
    await this.buildIfFarBehind(this.open.db);
    const { file, db } = this.open;
    const projector = new Projector({ ...parts, db });
    await projector.catchUp();
    await this.cleaning.look(db, async () => (await projector.step()) === 'nothing');
    this.readSide.report({ file, places: checkpoints(db), head: await parts.store.head() });
  }

  /**
   * Lists that hold less than is missing are sooner built anew than brought up to date: after a first load a page at a time takes seven times
   * as long. What a person paused stays paused, and where the building fails the usual way shows at which event.
   */
  private async buildIfFarBehind(db: Statements): Promise<void> {
    const places = checkpoints(db);
    const [first] = [...places].sort((a, b) => (a.position < b.position ? -1 : 1));
    if (first === undefined || places.some(({ pausedAt }) => pausedAt !== null)) return;
    const { files, parts } = this;
    const few = Math.max(first.events, worthBuilding);
    if ((await lagOf(parts.store, first.position, parts.clock.now(), few + 1)).events <= few) return;
    try {
      await rebuild(files, parts, newId());
    } catch (error) {
      if (!isOnwardError(error, 'not-caught-up')) throw error;
    }
    this.open = this.inUse();
  }

  private inUse(): Open {
    const file = this.files.current();
    if (file === undefined) throw new Error('A rebuild leaves a file in use');
    if (this.open?.file === file) return this.open;
    this.close();
    return { file, db: openForProjecting(file) };
  }

  close(): void {
    this.open?.db.database.close();
    this.open = undefined;
  }
}
