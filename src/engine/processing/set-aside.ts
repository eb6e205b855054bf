// Cases that cannot be projected: each is set aside by itself, named, and comes back when it can be; every other case goes on (docs/adr/0044).
import type { Envelope } from '../../store/codec.js';
import { hasCode, resultCode } from '../../store/sqlite-files/errors.js';
import type { Statements } from './statements.js';

/** A case whose rows stand still, and the event at which they do. */
export interface AsideCase {
  readonly projection: string;
  readonly id: string;
  readonly stream: string;
  readonly event: string;
  readonly type: string;
  readonly revision: number;
  /** When that event was recorded. */
  readonly since: string;
  /** Never personal data. */
  readonly reason: string;
}

/** `person`: whom the event is about. `state` is what its whole history folds to, where it folds at all: later events go on from there. */
export const setAsideTable = `
CREATE TABLE set_aside ( -- published: true
  projection TEXT NOT NULL, id TEXT NOT NULL, stream TEXT NOT NULL, event TEXT NOT NULL, type TEXT NOT NULL, revision INTEGER NOT NULL,
  since TEXT NOT NULL, reason TEXT NOT NULL, person TEXT, state TEXT, state_revision INTEGER, again INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (projection, id)
) STRICT, WITHOUT ROWID;`;

const columns = 'projection, id, stream, event, type, revision, since, reason';

/** Of all projections, the longest first. */
export const casesSetAside = (db: Statements): AsideCase[] =>
  db.all<AsideCase & Record<string, never>>(`SELECT ${columns} FROM set_aside ORDER BY since, projection, id`);

export const setAside = (
  db: Statements,
  projection: string,
  id: string,
  { event, problem }: { readonly event: Envelope; readonly problem: unknown },
  held: { readonly state: unknown; readonly revision: number } | undefined,
): void =>
  db.run(
    `INSERT OR REPLACE INTO set_aside (${columns}, person, state, state_revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[projection, id, event.stream, event.id, event.type, event.revision, event.recordedAt],
    `${problem instanceof Error ? problem.name : 'an error'} while handling ${event.type}`,
    personOf(event) ?? null,
    held === undefined ? null : JSON.stringify(held.state),
    held?.revision ?? null,
  );

/** Whom an event is about; settings of the area and the like are about nobody. */
export const personOf = ({ metadata }: Envelope): string | undefined => metadata.subjectIds[0];

/** The cases of a person that a projection has set aside. */
export const asideOf = (db: Statements, projection: string, person: string): string[] =>
  db
    .all<{ id: string }>('SELECT id FROM set_aside WHERE projection = ? AND person = ? ORDER BY id', projection, person)
    .map(({ id }) => id);

/** More happened to a case that was set aside before: which event it was stays known. */
export const keepAside = (
  db: Statements,
  projection: string,
  id: string,
  held: { readonly state: unknown; readonly revision: number } | undefined,
): void =>
  db.run(
    'UPDATE set_aside SET state = ?, state_revision = ? WHERE projection = ? AND id = ?',
    ...[held === undefined ? null : JSON.stringify(held.state), held?.revision ?? null, projection, id],
  );

/** The folds of the cases that a projection has set aside; undefined for one that does not fold. */
export const foldsSetAside = <S>(db: Statements, projection: string) =>
  new Map(
    db
      .all<{ id: string; state: string | null; revision: number | null }>(
        'SELECT id, state, state_revision AS revision FROM set_aside WHERE projection = ?',
        projection,
      )
      .map(({ id, state, revision }) => [
        id,
        state === null ? undefined : { state: JSON.parse(state) as S, revision: revision ?? -1 },
      ]),
  );

export const takeBack = (db: Statements, projection: string, id: string): void =>
  db.run('DELETE FROM set_aside WHERE projection = ? AND id = ?', projection, id);

/** After mending the code, or to look whether it helps: whoever projects tries these from their first event. */
export const tryAgain = (db: Statements, projection: string): void =>
  db.run('UPDATE set_aside SET again = 1 WHERE projection = ?', projection);

export const toTryAgain = (db: Statements): { readonly projection: string; readonly stream: string }[] =>
  db.all<{ projection: string; stream: string }>('SELECT projection, stream FROM set_aside WHERE again = 1');

export const triedAgain = (db: Statements, projection: string, stream: string): void =>
  db.run('UPDATE set_aside SET again = 0 WHERE projection = ? AND stream = ?', projection, stream);

/** SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE: what SQLite says of the values, and not of the file. */
const ofTheValues = [18, 19, 20, 25];

/** A file that cannot be read or written, or a disk that is full, is no case's fault: then nothing is set aside. */
export const isOfTheCase = (error: unknown): boolean =>
  !hasCode(error, 'ERR_SQLITE_ERROR', 'ERR_INVALID_STATE') || ofTheValues.includes(resultCode(error) & 0xff);

/** Undefined when it was done; else what went wrong with the case, and nothing of it is there. Inside a transaction. */
export function tryCase(db: Statements, work: () => void): unknown {
  db.run('SAVEPOINT one_case');
  try {
    work();
    db.run('RELEASE one_case');
    return undefined;
  } catch (error) {
    if (!isOfTheCase(error)) throw error;
    db.run('ROLLBACK TO one_case');
    db.run('RELEASE one_case');
    return error ?? 'unknown';
  }
}
