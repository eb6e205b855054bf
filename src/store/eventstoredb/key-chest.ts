// The wrapped keys of people in EventStoreDB, each alone in its stream (ADR 0014).
import type { KeyChest } from '../keys/key-chest.js';
import { unavailable } from '../sqlite-files/errors.js';
import type { FirstWriter } from './first-writer.js';
import { destroyedStream, lookupStream, streamOf } from './subject-keys.js';

const pageSize = 1000;

export class EventStoreDbKeyChest implements KeyChest {
  private gone: Promise<Set<string>> | undefined;

  constructor(private readonly streams: FirstWriter) {}

  async lookup(): Promise<Uint8Array | undefined> {
    const there = await this.streams.read(lookupStream);
    return there === 'deleted' ? lost() : there;
  }

  async putLookup(wrapped: Uint8Array): Promise<Uint8Array> {
    const there = (await this.lookup()) ?? (await this.streams.claim(lookupStream, 'KeyMade', wrapped));
    return there === 'deleted' ? lost() : there;
  }

  async key(subject: string): Promise<Uint8Array | 'destroyed' | undefined> {
    if ((await this.list()).has(subject)) return 'destroyed';
    const there = await this.streams.read(streamOf(subject));
    return there === 'deleted' ? 'destroyed' : there;
  }

  async put(subject: string, wrapped: Uint8Array): Promise<Uint8Array | 'destroyed'> {
    if ((await this.list()).has(subject)) return 'destroyed';
    // Most often nothing is there: what was, the claim answers.
    const there = await this.streams.claim(streamOf(subject), 'KeyMade', wrapped);
    return there === 'deleted' ? 'destroyed' : there;
  }

  async destroyed(): Promise<readonly string[]> {
    return [...(await this.list())];
  }

  async destroy(subject: string): Promise<void> {
    const list = await this.list();
    if (!list.has(subject)) await this.streams.add(destroyedStream, 'KeyDestroyed', Buffer.from(subject));
    list.add(subject);
    await this.streams.destroy(streamOf(subject));
  }

  /** Read once: a copy runs while nobody else works in either store. */
  private list(): Promise<Set<string>> {
    return (this.gone ??= this.readList());
  }

  private async readList(): Promise<Set<string>> {
    const gone = new Set<string>();
    for (let from = 0; ; from += pageSize) {
      const page = await this.streams.events(destroyedStream, from, pageSize);
      for (const subject of page) if (subject !== 'deleted') gone.add(Buffer.from(subject).toString());
      if (page.length < pageSize) return gone;
    }
  }
}

function lost(): never {
  throw unavailable('The key for digests is gone from EventStoreDB.', 'Restore EventStoreDB from a backup.');
}
