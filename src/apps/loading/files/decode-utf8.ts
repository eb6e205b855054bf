// Turns bytes into text as they arrive and stops at the first byte that is not UTF-8, having given all the text before it.
import type { Readable } from 'node:stream';

export class NotUtf8 extends Error {}

const utf16 = (start: Uint8Array): boolean =>
  (start[0] === 0xff && start[1] === 0xfe) ||
  (start[0] === 0xfe && start[1] === 0xff) ||
  start.subarray(0, 4).includes(0);

const lenient = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? '';

export async function* decodeUtf8(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    if (bytes.length === 0) continue;
    if (first && utf16(bytes)) throw new NotUtf8('The file is UTF-16. Save it again as UTF-8 and load that.');
    first = false;
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      yield lenient(bytes);
      throw new NotUtf8('A byte on this line is not UTF-8. Save the file again as UTF-8 and load that.');
    }
    yield text;
  }
  try {
    decoder.decode();
  } catch {
    throw new NotUtf8('The file ends in the middle of a character.');
  }
}
