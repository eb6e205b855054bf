// Streams of one event each: whoever writes first decides, and everybody reads the same ever after.
import type { ResolvedEvent } from '@eventstore/db-client';
import { newId } from '../../kernel/ids.js';
import { unavailable } from '../sqlite-files/errors.js';
import { collect, type Connection } from './connection.js';
import { actualRevision, typeOf } from './errors.js';
import { persistently } from './persistently.js';

export class FirstWriter {
  constructor(private readonly connection: Connection) {}

  async read(stream: string): Promise<Uint8Array | 'deleted' | undefined> {
    return (await this.events(stream, 0, 1))[0];
  }

  /** Every event of such a stream from a revision on; `deleted` stands for a stream that is gone for good. */
  async events(stream: string, from: number, count: number): Promise<(Uint8Array | 'deleted')[]> {
    for (let cuts = 0; cuts < 5; cuts++) {
      const read = () =>
        collect<ResolvedEvent>(this.connection, (client) =>
          client.readStream(stream, {
            ...this.connection.perCall,
            requiresLeader: true,
            fromRevision: BigInt(from),
            maxCount: count,
          }),
        );
      try {
        const got = await persistently(this.connection, read, (error) => typeOf(error) === 'stream-deleted');
        if (got === undefined || got.length > 0 || from > 0)
          return (got ?? []).map(({ event }) => event?.data as Uint8Array);
      } catch (error) {
        if (typeOf(error) === 'stream-deleted') return ['deleted'];
        throw error;
      }
    }
    throw unavailable('EventStoreDB ended a read too early again and again.', 'Try again in a moment.');
  }

  /** What stands there in the end: this, or what somebody else was quicker to write. */
  async claim(stream: string, type: string, data: Uint8Array): Promise<Uint8Array | 'deleted'> {
    // One id for all tries, so that the server finds it again when only the answer was lost.
    const id = newId();
    try {
      await this.append(stream, { id, type, data }, 'no_stream');
      return data;
    } catch (error) {
      if (typeOf(error) === 'stream-deleted') return 'deleted';
      if (actualRevision(error) === undefined) throw error;
    }
    const there = await this.read(stream);
    if (there === undefined) throw unavailable('EventStoreDB contradicts itself.', 'Try again in a moment.');
    return there;
  }

  /** For lists that nobody decides on: twice the same does no harm. */
  async add(stream: string, type: string, data: Uint8Array): Promise<void> {
    await this.append(stream, { id: newId(), type, data }, 'any');
  }

  /** For ever: the name cannot be used again. */
  async destroy(stream: string): Promise<void> {
    const tombstone = () =>
      this.connection.call((client) =>
        client.tombstoneStream(stream, { ...this.connection.perCall, requiresLeader: true, expectedRevision: 'any' }),
      );
    await persistently(this.connection, tombstone, (error) => typeOf(error) === 'stream-deleted').catch((error) => {
      if (typeOf(error) !== 'stream-deleted') throw error;
    });
  }

  private append(
    stream: string,
    event: { readonly id: string; readonly type: string; readonly data: Uint8Array },
    expectedRevision: 'no_stream' | 'any',
  ): Promise<unknown> {
    const isAnswer = (error: unknown) => actualRevision(error) !== undefined || typeOf(error) === 'stream-deleted';
    const send = () =>
      this.connection.call(async (client) => {
        const { binaryEvent } = await import('@eventstore/db-client');
        const options = { ...this.connection.perCall, requiresLeader: true, expectedRevision };
        return client.appendToStream(stream, binaryEvent(event), options);
      });
    return persistently(this.connection, send, isAnswer);
  }
}
