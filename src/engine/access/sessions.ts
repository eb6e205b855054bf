// Sessions at browsers: kept here, ended here for good. The browser holds a random secret, this file only its hash.
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/clock.js';
import { guarded } from '../../store/sqlite-files/errors.js';
import { roomToWrite } from '../../store/sqlite-files/room-to-write.js';
import { Soundness } from '../../store/sqlite-files/soundness.js';
import { openDatabase, type Database, type Statement } from '../../store/sqlite-files/open-database.js';
import type { ActorDirectory, KnownActor } from './actors.js';

const tables = `
CREATE TABLE IF NOT EXISTS session (
  secret TEXT PRIMARY KEY, actor TEXT NOT NULL, token TEXT NOT NULL, begun TEXT NOT NULL, seen TEXT NOT NULL, ended TEXT, because TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS session_of_actor ON session (actor);`;

export interface SessionLimits {
  /** So long without a page, in minutes. */
  readonly idleMinutes: number;
  /** So long whatever happens. */
  readonly hours: number;
}

/** An hour: who reads a long record is not put out, a desk that was left is. Twelve: nobody's working day is longer. */
export const usualLimits: SessionLimits = { idleMinutes: 60, hours: 12 };

export type EndedBecause = 'signed-out' | 'idle' | 'too-long' | 'token-or-person-gone' | 'ended-by-another';

interface Row {
  readonly actor: string;
  readonly token: string;
  readonly begun: string;
  readonly seen: string;
  readonly ended: string | null;
}

interface OpenFile {
  readonly database: Database;
  readonly select: Statement;
  readonly insert: Statement;
  readonly touch: Statement;
  readonly end: Statement;
}

/** A page a minute is enough to know that somebody is there. */
const touchAfter = 60_000;
const keepEndedFor = 31 * 24 * 60 * 60_000;

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const ms = (instant: string): number => new Date(instant).getTime();

export class Sessions {
  private file: OpenFile | undefined;

  constructor(
    private readonly path: string,
    private readonly clock: Clock,
    private readonly directory: ActorDirectory,
    readonly limits: SessionLimits = usualLimits,
    private readonly soundness = new Soundness(),
  ) {
    soundness.triedBy('sessions', () => roomToWrite(this.opened().database));
  }

  /** Error: `store-unavailable`. */
  open(): void {
    this.opened();
  }

  /** Answers the secret for the cookie. */
  begin({ id, tokenHash = '' }: KnownActor): string {
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    this.notingFailures(() => {
      const { database, insert } = this.opened();
      database.prepare('DELETE FROM session WHERE begun < ?').run(new Date(ms(now) - keepEndedFor).toISOString());
      insert.run(digest(secret), id, tokenHash, now, now);
    });
    return secret;
  }

  /** Who is there, as they are known at this moment. What is not known to be open is closed. */
  visitor(secret: string): KnownActor | undefined {
    const row = this.row(secret);
    if (!row || row.ended !== null) return undefined;
    const now = this.clock.now();
    const known = this.directory.byId(row.actor);
    const over = this.over(row, known, ms(now));
    if (over) this.end(secret, over);
    else if (ms(now) - ms(row.seen) >= touchAfter)
      this.notingFailures(() => this.opened().touch.run(now, digest(secret)));
    return over ? undefined : known;
  }

  /** For good: no cookie opens it again. */
  end(secret: string, because: EndedBecause = 'signed-out'): void {
    this.notingFailures(() => this.opened().end.run(this.clock.now(), because, digest(secret)));
  }

  /** Every session of one person. Answers how many were open. */
  endAllOf(actorId: string): number {
    return this.notingFailures(() => {
      const sql = `UPDATE session SET ended = ?, because = 'ended-by-another' WHERE actor = ? AND ended IS NULL`;
      return Number(this.opened().database.prepare(sql).run(this.clock.now(), actorId).changes);
    });
  }

  /** Those not ended, the newest first. */
  listOpen(): { readonly actor: string; readonly begun: string; readonly seen: string }[] {
    return this.notingFailures(() => {
      const { database } = this.opened();
      const rows = database.prepare(
        'SELECT actor, token, begun, seen, ended FROM session WHERE ended IS NULL ORDER BY begun DESC',
      );
      const now = ms(this.clock.now());
      return (rows.all() as unknown as Row[]).filter((row) => !this.over(row, this.directory.byId(row.actor), now));
    });
  }

  close(): void {
    this.file?.database.close();
    this.file = undefined;
  }

  private over({ token, begun, seen }: Row, known: KnownActor | undefined, now: number): EndedBecause | undefined {
    if (known?.tokenHash === undefined || known.tokenHash !== token) return 'token-or-person-gone';
    if (now >= ms(begun) + this.limits.hours * 3_600_000) return 'too-long';
    return now >= ms(seen) + this.limits.idleMinutes * 60_000 ? 'idle' : undefined;
  }

  private row(secret: string): Row | undefined {
    return this.notingFailures(() => this.opened().select.get(digest(secret)) as Row | undefined);
  }

  private notingFailures<T>(work: () => T): T {
    try {
      return guarded('sessions', work);
    } catch (error) {
      this.soundness.noteFailure('sessions', error);
      throw error;
    }
  }

  private opened(): OpenFile {
    return (this.file ??= openFile(this.path));
  }
}

function openFile(path: string): OpenFile {
  const database = openDatabase(path, { kind: 'sessions', durable: true, secureDelete: true });
  try {
    return guarded('sessions', () => {
      database.exec(tables);
      const prepare = (sql: string) => database.prepare(sql);
      return {
        database,
        select: prepare('SELECT actor, token, begun, seen, ended FROM session WHERE secret = ?'),
        insert: prepare('INSERT INTO session (secret, actor, token, begun, seen) VALUES (?, ?, ?, ?, ?)'),
        touch: prepare('UPDATE session SET seen = ? WHERE secret = ? AND ended IS NULL'),
        end: prepare('UPDATE session SET ended = ?, because = ? WHERE secret = ? AND ended IS NULL'),
      };
    });
  } catch (error) {
    database.close();
    throw error;
  }
}
