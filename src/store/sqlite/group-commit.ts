// Appends that arrive together are committed together: one transaction, one flush to the disk, each its own answer.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Appended, ExpectedRevision, NewEvent } from '../port.js';
import type { AppendToTable } from './append-to-table.js';
import { hasCode, storeError } from '../sqlite-files/errors.js';
import { rollback, type Database, type Statement } from '../sqlite-files/open-database.js';
import { patiently } from '../sqlite-files/patiently.js';

export interface Job {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** More than so many wait for the next transaction, so that none holds the thread for long. */
const largestGroup = 256;

export class GroupCommit {
  private readonly queue: Job[] = [];
  private readonly begin: Statement;
  private readonly commit: Statement;
  private readonly savepoint: Statement;
  private readonly release: Statement;
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly table: AppendToTable,
    private readonly patience: number,
    private readonly committed: () => void,
  ) {
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.savepoint = database.prepare('SAVEPOINT one');
    this.release = database.prepare('RELEASE one');
  }

  add(job: Job): void {
    this.queue.push(job);
    this.flushing ??= this.flush();
  }

  /** When everything that waits has its answer. */
  async finished(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  /**
   * Waits for the end of this turn of the event loop, not of this microtask: requests read from the network in one turn then
   * share a commit, and a caller that appends in a loop lets others have their turn. Costs a lone append next to nothing.
   */
  private async flush(): Promise<void> {
    await nextTurn();
    const jobs = this.queue.splice(0, largestGroup);
    try {
      const answers = await patiently(() => this.transaction(jobs), this.patience);
      for (const answer of answers) answer();
      this.committed();
    } catch (error) {
      const told = storeError('events', error);
      for (const { reject } of jobs) reject(told);
    }
    this.flushing = this.queue.length > 0 ? this.flush() : undefined;
  }

  /** All the jobs and the commit, or nothing. Nobody is answered before: even a conflict may be with what is then rolled back. */
  private transaction(jobs: readonly Job[]): (() => void)[] {
    this.begin.run();
    try {
      const answers = jobs.map((job) => (jobs.length === 1 ? this.alone(job) : this.amongOthers(job)));
      this.commit.run();
      return answers;
    } catch (error) {
      rollback(this.database);
      throw error;
    }
  }

  private alone({ stream, expected, events, resolve }: Job): () => void {
    const appended = this.table.append(stream, expected, events);
    return () => resolve(appended);
  }

  private amongOthers(job: Job): () => void {
    this.savepoint.run();
    try {
      const answer = this.alone(job);
      this.release.run();
      return answer;
    } catch (error) {
      // Trouble with the file is everybody's trouble.
      if (hasCode(error, 'ERR_SQLITE_ERROR')) throw error;
      this.database.exec('ROLLBACK TO one; RELEASE one');
      return () => job.reject(error);
    }
  }
}
