// Opens a SEN2 return by its path, whichever shape it has, or says in a sentence why it cannot be one.
import { open, stat } from 'node:fs/promises';
import { countedFile } from './counted-file.js';
import { findTables } from './find-tables.js';
import { readSen2Csv } from './read-sen2-csv.js';
import { readSen2Xml } from './read-sen2-xml.js';
import type { Problem } from './record.js';
import type { Sen2Item } from './sen2-record.js';

export interface Sen2Source {
  shape: 'xml' | 'csv';
  /** The size of everything that will be read. */
  bytes: number;
  items: AsyncGenerator<Sen2Item>;
}

/** Told after every piece that is read: how many bytes so far, of how many. */
export type OnProgress = (bytesRead: number, bytes: number) => void;

export async function openSen2(path: string, onProgress?: OnProgress): Promise<Sen2Source | { problem: Problem }> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return refused('missing', 'There is nothing at the path given, or it may not be read.');
  if (found.isDirectory()) return openFolder(path, onProgress);
  if (!found.isFile()) return refused('malformed', 'The path given is neither a file nor a folder.');
  if (found.size === 0) return refused('malformed', 'The file is empty.');
  const why = notXml(await startOf(path), path);
  if (why) return refused('malformed', why);
  const items = readSen2Xml(countedFile(path, counter(found.size, onProgress)));
  return { shape: 'xml', bytes: found.size, items };
}

async function openFolder(folder: string, onProgress?: OnProgress): Promise<Sen2Source | { problem: Problem }> {
  const { files, problems } = await findTables(folder);
  const stops = problems.find((problem) => problem.stops);
  if (stops) return { problem: stops };
  const sizes = await Promise.all([...files.values()].map(async (file) => (await stat(file)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return { shape: 'csv', bytes, items: readSen2Csv(folder, counter(bytes, onProgress)) };
}

function counter(bytes: number, onProgress?: OnProgress): ((more: number) => void) | undefined {
  let read = 0;
  return onProgress && ((more) => onProgress((read += more), bytes));
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function notXml(start: Buffer, path: string): string | undefined {
  if (start.subarray(0, 2).toString('latin1') === 'PK')
    return 'This is a zip or Office file. Unpack it, and load the XML file or the folder of CSV tables in it.';
  if (start[0] === 0x1f && start[1] === 0x8b) return 'This is a gzip file. Unpack it, and load what is in it.';
  if (start.includes(0) || start[0] === 0xfe || start[0] === 0xff)
    return 'This is not text in UTF-8: it is UTF-16 or no text at all. Save it again as UTF-8.';
  if (
    start
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('<')
  )
    return undefined;
  if (/\.csv$/i.test(path)) return 'This is one CSV table. Load the folder that holds all the tables of the export.';
  return 'This is neither XML nor a folder of CSV tables.';
}

const refused = (code: Problem['code'], message: string): { problem: Problem } => ({
  problem: { line: 1, code, severity: 'refused', stops: true, message },
});
