// Keeps what was forgotten out of every byte of the lists: rows that are gone leave traces in old pages, in the log beside the file and in the
// file that was in use before (REC-12).
import type { SubjectKeys } from '../../store/keys/key-store.js';
import { isLocked } from '../../store/sqlite-files/errors.js';
import { checkpoints } from './checkpoints.js';
import { openForProjecting, type ReadModelFiles } from './read-models.js';
import type { Statements } from './statements.js';

/** How many people had been forgotten when the file was last without a trace of them: kept in the file itself. */
export const forgottenIn = (db: Statements): number =>
  db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;

export const noteForgotten = (db: Statements, people: number): void =>
  db.database.exec(`PRAGMA user_version = ${people}`);

export class ListCleaning {
  private done = -1;

  constructor(
    private readonly files: ReadModelFiles,
    private readonly keys: Pick<SubjectKeys, 'destroyed'>,
  ) {}

  /**
   * `isAtHead` is asked after counting: then every forgetting that was counted is in the rows. Answers false while traces may be left,
   * because a list stands still or another program has the file; ask again then.
   */
  async look(db: Statements, isAtHead: () => Promise<boolean>): Promise<boolean> {
    const people = (await this.keys.destroyed()).length;
    if (people === this.done || people === 0) return true;
    if (!(await isAtHead()) || checkpoints(db).some(({ pausedAt }) => pausedAt !== null)) return false;
    this.clearPrevious(people);
    if (forgottenIn(db) < people && !clean(db, people)) return false;
    this.done = people;
    return true;
  }

  /** A reader that still has it open goes on with it; nobody finds it any more. */
  private clearPrevious(people: number): void {
    const previous = this.files.previous();
    if (previous === undefined) return;
    const db = openForProjecting(previous);
    const forgotten = forgottenIn(db);
    db.database.close();
    if (forgotten < people) this.files.discard(previous);
  }
}

/** Writes every row into new pages, then brings file and log together and empties the log. */
function clean(db: Statements, people: number): boolean {
  try {
    db.database.exec('VACUUM');
    if (!emptyLog(db)) return false;
    noteForgotten(db, people);
    return emptyLog(db);
  } catch (error) {
    if (isLocked(error)) return false;
    throw error;
  }
}

const emptyLog = (db: Statements): boolean =>
  (db.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }).busy === 0;
