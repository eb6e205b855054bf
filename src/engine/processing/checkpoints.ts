// How far each projection has come, and which one is paused at which event.
import type { Position, StoredEvent } from '../../store/port.js';
import type { Statements } from './statements.js';

export interface Checkpoint {
  readonly projection: string;
  readonly position: Position;
  /** Events handled since the rows were begun. */
  readonly events: number;
  /** Set while paused: when, at which event, and why (never personal data). */
  readonly pausedAt: string | null;
  readonly pausedEvent: string | null;
  readonly pausedStream: string | null;
  readonly pausedRevision: number | null;
  readonly reason: string | null;
}

export const checkpoints = (db: Statements): Checkpoint[] =>
  db.all<Checkpoint & Record<string, never>>(
    `SELECT projection, position, events, paused_at AS pausedAt, paused_event AS pausedEvent, paused_stream AS pausedStream,
            paused_revision AS pausedRevision, reason FROM checkpoint ORDER BY projection`,
  );

export const advance = (db: Statements, projection: string, from: Position, to: Position, events: number): boolean => {
  // Another process may project into the same file: whoever moves the checkpoint first wins, the other looks again.
  const row = db.get<{ position: string }>('SELECT position FROM checkpoint WHERE projection = ?', projection);
  if (row?.position !== from) return false;
  db.run('UPDATE checkpoint SET position = ?, events = events + ? WHERE projection = ?', to, events, projection);
  return true;
};

export const pause = (
  db: Statements,
  projection: string,
  at: string,
  event: Pick<StoredEvent, 'id' | 'stream' | 'revision'>,
  reason: string,
): void =>
  db.run(
    `UPDATE checkpoint SET paused_at = ?, paused_event = ?, paused_stream = ?, paused_revision = ?, reason = ? WHERE projection = ?`,
    at,
    event.id,
    event.stream,
    event.revision,
    reason,
    projection,
  );

/** By a person, not at an event: whoever projects looks before each page, and stops here. One that is paused already stays as it is. */
export const pauseByHand = (db: Statements, projection: string, at: string): void =>
  db.run(
    'UPDATE checkpoint SET paused_at = ?, reason = ? WHERE projection = ? AND paused_at IS NULL',
    at,
    'paused by hand',
    projection,
  );

/** Lets a paused projection try again from the event at which it stopped. */
export const resume = (db: Statements, projection: string): void =>
  db.run(
    `UPDATE checkpoint SET paused_at = NULL, paused_event = NULL, paused_stream = NULL, paused_revision = NULL, reason = NULL
     WHERE projection = ?`,
    projection,
  );
