// What every store does alike with an expected revision and with ids that are there already.
import { conflict, invalid, OnwardError } from '../kernel/errors.js';
import type { Appended, ExpectedRevision, NewEvent, StoredEvent } from './port.js';

/** `head` is the revision of the stream's last event; undefined when there is no such stream. */
export function isMet(expected: ExpectedRevision, head: number | undefined): boolean {
  if (expected === 'any') return true;
  if (expected === 'no_stream') return head === undefined;
  if (expected === 'stream_exists') return head !== undefined;
  return expected === head;
}

export interface NotWritten {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly head: number | undefined;
  /** Whether the expected revision was met; then it was an id that stood in the way. */
  readonly met: boolean;
  /** For each event, the event that has its id now. */
  readonly stored: readonly (StoredEvent | undefined)[];
}

/**
 * Answers an append that could not be written: `repeated` when exactly these events are there, one after the other, where they
 * would have gone. Errors: `changed-by-someone-else` when none of the ids is known, otherwise `event-id-reused`.
 */
export function found({ stream, expected, events, head, met, stored }: NotWritten): Appended {
  if (!met && stored.every((event) => event === undefined)) throw conflict(stream, expected, head ?? 'no_stream');
  const start = typeof expected === 'number' ? expected + 1 : expected === 'no_stream' ? 0 : stored[0]?.revision;
  const again = (event: NewEvent, index: number) => {
    const there = stored[index];
    return there?.stream === stream && there.revision === Number(start) + index && isSame(event, there);
  };
  const last = stored[stored.length - 1];
  const stranger = events.find((event, index) => !again(event, index));
  if (last && !stranger) return { revision: last.revision, position: last.position, repeated: true };
  throw new OnwardError('event-id-reused', {
    detail: `Event id ${stranger?.id ?? ''} was used before for something else; nothing was recorded.`,
    help: 'Give new events new ids; to try an append again, send exactly the same events.',
    more: { stream, eventId: stranger?.id ?? null },
  });
}

const isSame = (a: NewEvent, b: NewEvent): boolean =>
  a.type === b.type && a.schemaVersion === b.schemaVersion && a.data === b.data && a.metadata === b.metadata;

/** What no store can keep byte for byte: U+0000 ends a text in SQLite, and half a surrogate pair has no UTF-8. */
const unkeepable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Refuses what could not be stored as it is. Error: `invalid-input`. */
export function checkAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): void {
  if (stream === '' || unkeepable(stream)) throw invalid('stream', 'must be a name');
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw invalid('expected', 'must be a revision (0 or more), no_stream, stream_exists or any');
  }
  if (events.length === 0) throw invalid('events', 'must hold at least one event');
  for (const { id, type, schemaVersion, data, metadata } of events) {
    if (id === '' || type === '') throw invalid('events', 'must each have an id and a type');
    if (!Number.isSafeInteger(schemaVersion) || schemaVersion < 1) throw invalid('schemaVersion', 'must be 1 or more');
    if ([id, type, data, metadata].some(unkeepable)) {
      throw invalid('events', 'must hold well-formed text without the character U+0000');
    }
  }
}
