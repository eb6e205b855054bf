// The lines of a bundle's files: an event with its bytes as stored, and a row of the timeline that no spreadsheet takes for a formula.
import { csvLine } from '../../api/csv-line.js';
import type { Envelope } from '../../../store/codec.js';
import type { StoredEvent } from '../../../store/port.js';

/** One line of `events.jsonl`. `data` and `metadata` are texts, byte for byte as stored; both are missing where it is about somebody else. */
export interface BundledEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly id?: string;
  readonly type?: string;
  readonly schemaVersion?: number;
  readonly data?: string;
  readonly metadata?: string;
  readonly withheld?: true;
}

export function bundledEvent(event: StoredEvent, isAboutPerson: boolean): BundledEvent {
  const { stream, revision, position, previousHash, hash, id, type, schemaVersion, data, metadata } = event;
  const link = { stream, revision, position, previousHash, hash };
  return isAboutPerson ? { ...link, id, type, schemaVersion, data, metadata } : { ...link, withheld: true };
}

export const timelineHead = csvLine([
  'recorded_at',
  'occurred_on',
  'event',
  'record',
  'entry',
  'actor',
  'role',
  'organisation',
  'on_behalf_of',
  'hash',
]);

/** The type as it is stored, so that the line is found again in `events.jsonl`. */
export const timelineLine = (event: Envelope, { type }: Pick<StoredEvent, 'type'>): string =>
  csvLine([
    event.recordedAt,
    event.occurredOn,
    type,
    event.stream,
    String(event.revision),
    event.metadata.actor.id,
    event.metadata.actor.role,
    event.metadata.actor.organisation,
    event.metadata.onBehalfOf ?? '',
    event.hash,
  ]);
