// A zip that is written file by file while it is read: nothing is held but the piece in hand. Keeps the SHA-256 of every file.
import { createHash } from 'node:crypto';
import { strToU8, Zip, ZipDeflate } from 'fflate';

export type FileSums = Readonly<Record<string, string>>;

export interface BundleFile {
  readonly name: string;
  /** Called when its turn has come; may look at the sums of the files before it. */
  content(sums: FileSums): AsyncIterable<string> | Iterable<string>;
}

/** `at` is the date that every file in it bears. */
export async function* zipped(files: readonly BundleFile[], at: Date): AsyncGenerator<Buffer> {
  const ready: Buffer[] = [];
  const sums: Record<string, string> = {};
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(Buffer.from(piece));
  });
  for (const { name, content } of files) {
    const sum = createHash('sha256');
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = at;
    zip.add(file);
    for await (const text of content({ ...sums })) {
      const bytes = strToU8(text);
      sum.update(bytes);
      file.push(bytes);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    sums[name] = sum.digest('hex');
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
