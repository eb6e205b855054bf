// A file as a stream that tells how many bytes have been read from it, as they are.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

export type OnBytes = (bytes: number) => void;

export const countedFile = (path: string, onBytes?: OnBytes): Readable =>
  onBytes ? Readable.from(counted(path, onBytes)) : createReadStream(path);

async function* counted(path: string, onBytes: OnBytes): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path)) {
    onBytes((chunk as Buffer).length);
    yield chunk as Buffer;
  }
}
