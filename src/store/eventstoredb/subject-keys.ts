// The keys of people for many machines: each wrapped, alone in a stream of EventStoreDB that is tombstoned when it is destroyed (ADR 0014).
import { destroyed, type SubjectKeys } from '../keys/key-store.js';
import { nameOf } from '../keys/keys-schema.js';
import { Recent } from '../keys/recent.js';
import { newKey, unwrap, wrap } from '../keys/wrapping.js';
import { unavailable } from '../sqlite-files/errors.js';
import type { StoredEvent } from '../port.js';
import { eachAtOnce } from '../at-once.js';
import type { FirstWriter } from './first-writer.js';
import type { IncomingEvent } from './wire-format.js';

const prefix = 'onward_key-';
export const streamOf = (subject: string): string => `${prefix}${subject}`;
export const lookupStream = 'onward_lookup_key';
/** Whose keys are destroyed: read before anything else, so that a key that still lies somewhere is used no more. */
export const destroyedStream = 'onward_destroyed_keys';

/** Keys held in memory, never in a file: what is destroyed on the server is gone from here too. */
const heldAtMost = 200_000;
/** Calls at once for the keys of a page: whoever reads or records meanwhile gets a turn among them. */
const fetchedAtOnce = 32;

export class EventStoreDbSubjectKeys implements SubjectKeys {
  private readonly held = new Recent<string, Buffer | 'absent'>(heldAtMost);
  /** As they were met on the way through everything, still wrapped. */
  private readonly met = new Recent<string, Uint8Array>(heldAtMost);
  private readonly gone = new Set<string>();
  private goneRead = 0;
  private refreshedAt = -Infinity;
  private refreshing: Promise<void> | undefined;

  private constructor(
    private readonly streams: FirstWriter,
    private readonly wrappingKey: Buffer,
    private readonly lookup: Buffer,
    private readonly refreshEvery: number,
  ) {}

  /** Error: `store-unavailable`, also when the keys were wrapped with another key than this one. */
  static async open(streams: FirstWriter, wrappingKey: Buffer, refreshEvery = 1000): Promise<EventStoreDbSubjectKeys> {
    const mine = wrap(wrappingKey, 'onward/lookup', newKey());
    const there = (await streams.read(lookupStream)) ?? (await streams.claim(lookupStream, 'KeyMade', mine));
    const lookup = there === 'deleted' ? undefined : unwrap(wrappingKey, 'onward/lookup', there);
    if (!lookup)
      throw unavailable(
        'The keys in EventStoreDB were wrapped with another key-encryption key than the one in ONWARD_KEY (or in dev.key).',
        'Set ONWARD_KEY to the same value for every instance of Onward on one EventStoreDB.',
      );
    const keys = new EventStoreDbSubjectKeys(streams, wrappingKey, lookup, refreshEvery);
    await keys.refresh();
    return keys;
  }

  /** A key that is not held is most likely a new person's, so it is made at once: where there is one already the server refuses, and that one is read. */
  async keyFor(subject: string): Promise<Buffer> {
    await this.refresh();
    if (this.gone.has(subject)) throw destroyed(subject);
    let key = this.held.get(subject);
    if (key === undefined || key === 'absent') {
      const wrapped = wrap(this.wrappingKey, nameOf(subject), newKey());
      key = this.take(subject, await this.streams.claim(streamOf(subject), 'KeyMade', wrapped));
    }
    if (key === 'absent' || this.gone.has(subject)) throw destroyed(subject);
    return key;
  }

  async keysFor(subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const unique = [...new Set(subjects)];
    await this.refresh();
    const lost = unique.find((subject) => this.gone.has(subject));
    if (lost !== undefined) throw destroyed(lost);
    return new Map(await Promise.all(unique.map(async (subject) => [subject, await this.keyFor(subject)] as const)));
  }

  /** Only for people of events that `fetchFor` was given before. */
  existing(subject: string): Buffer | 'destroyed' | undefined {
    if (this.gone.has(subject)) return 'destroyed';
    const key = this.held.get(subject);
    // "There is none" would be shown as "destroyed"; that must never come of not having asked.
    if (key === undefined)
      throw unavailable("A person's key was not fetched from EventStoreDB.", 'Try again in a moment.');
    return key === 'absent' ? undefined : key;
  }

  /** Has the keys ready that the events of a page need, and learns what was destroyed elsewhere. */
  async fetchFor(page: readonly Pick<StoredEvent, 'metadata'>[]): Promise<void> {
    const subjects = new Set<string>();
    for (const { metadata } of page) {
      const subject = /"subjectIds":\["([^"\\]+)"/.exec(metadata)?.[1];
      if (subject !== undefined) subjects.add(subject);
    }
    await this.fetchOf([...subjects]);
  }

  async fetchOf(subjects: readonly string[]): Promise<void> {
    if (subjects.length === 0) return;
    await this.refresh();
    await eachAtOnce(subjects, fetchedAtOnce, (subject) => this.fetch(subject));
  }

  /**
   * A key that is read on the way need not be asked for. One that was destroyed may still lie there until the server is scavenged: whoever uses
   * a key looks first whether it was.
   */
  meet({ streamId, revision, data }: Pick<IncomingEvent, 'streamId' | 'revision' | 'data'>): void {
    if (revision === 0n && streamId.startsWith(prefix) && data instanceof Uint8Array)
      this.met.set(streamId.slice(prefix.length), data);
  }

  async destroy(subject: string): Promise<void> {
    await this.streams.add(destroyedStream, 'KeyDestroyed', Buffer.from(subject));
    this.gone.add(subject);
    await this.streams.destroy(streamOf(subject));
  }

  async destroyed(): Promise<readonly string[]> {
    await this.refreshing;
    this.refreshedAt = -Infinity;
    await this.refresh();
    return [...this.gone];
  }

  lookupKey(): Buffer {
    return this.lookup;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async fetch(subject: string): Promise<Buffer | 'absent'> {
    const known = this.held.get(subject);
    if (known !== undefined && known !== 'absent') return known;
    return this.take(subject, this.met.get(subject) ?? (await this.streams.read(streamOf(subject))));
  }

  private take(subject: string, wrapped: Uint8Array | 'deleted' | undefined): Buffer | 'absent' {
    if (wrapped === 'deleted') this.gone.add(subject);
    const key = wrapped instanceof Uint8Array ? unwrap(this.wrappingKey, nameOf(subject), wrapped) : 'absent';
    if (!key) throw unavailable('A key in EventStoreDB is damaged.', 'Restore EventStoreDB from a backup.');
    this.held.set(subject, key);
    return key;
  }

  /** Reads what was destroyed since last time; at most so often, and once for all who ask at the same moment. */
  private refresh(): Promise<void> {
    if (performance.now() - this.refreshedAt < this.refreshEvery) return Promise.resolve();
    this.refreshing ??= this.readDestroyed().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  private async readDestroyed(): Promise<void> {
    const pageSize = 1000;
    for (;;) {
      const page = await this.streams.events(destroyedStream, this.goneRead, pageSize);
      for (const subject of page) if (subject !== 'deleted') this.gone.add(Buffer.from(subject).toString());
      this.goneRead += page.length;
      if (page.length < pageSize) break;
    }
    this.refreshedAt = performance.now();
  }
}
