// Projects in the calling thread, when asked: for the command line and the tests.
import { newId } from '../../kernel/ids.js';
import { checkpoints } from './checkpoints.js';
import { ListCleaning } from './clean-lists.js';
import { Projector, type ProjectorParts } from './projector.js';
import { openForProjecting, type ReadModelFiles } from './read-models.js';
import type { ReadSide } from './read-side.js';
import { rebuild } from './rebuild.js';

export class InlineProjecting {
  private open: { readonly file: string; readonly db: ReturnType<typeof openForProjecting> } | undefined;

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
    const file = files.current();
    if (file === undefined) throw new Error('A rebuild leaves a file in use');
    if (this.open?.file !== file) {
      this.close();
      this.open = { file, db: openForProjecting(file) };
    }
    const { db } = this.open;
    const projector = new Projector({ ...parts, db });
    await projector.catchUp();
    await this.cleaning.look(db, async () => (await projector.step()) === 'nothing');
    this.readSide.report({ file, places: checkpoints(db), head: await parts.store.head() });
  }

  close(): void {
    this.open?.db.database.close();
    this.open = undefined;
  }
}
