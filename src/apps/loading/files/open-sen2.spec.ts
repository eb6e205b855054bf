// Opening a return by its path, and the fingerprint by which the same return is known again.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { collect, personsOf } from '../../../../test/fixtures/sen2-files.js';
import { unpackSouthend } from '../../../../test/fixtures/unpack.js';
import type { UnpackedReturn } from '../../../../test/fixtures/unpack.js';
import { fingerprint } from './fingerprint.js';
import { openSen2 } from './open-sen2.js';

describe('a path to a SEN2 return', () => {
  let files: UnpackedReturn;
  let scratch: string;
  beforeAll(() => {
    files = unpackSouthend();
    scratch = mkdtempSync(join(tmpdir(), 'onward-open-'));
  });
  afterAll(() => {
    files.remove();
    rmSync(scratch, { recursive: true });
  });
  const made = (name: string, bytes: string | Buffer) => {
    writeFileSync(join(scratch, name), bytes);
    return join(scratch, name);
  };

  it.each(['xml', 'csv'] as const)('opens the %s shape, with its size and the bytes read on the way', async (shape) => {
    const path = shape === 'xml' ? files.xml : files.csvFolder;
    const progress: [number, number][] = [];
    const source = await openSen2(path, (read, all) => progress.push([read, all]));
    if ('problem' in source) throw new Error(source.problem.message);
    expect(source.shape).toBe(shape);
    expect(personsOf(await collect(source.items))).toHaveLength(1992);
    expect(progress.length).toBeGreaterThan(5);
    expect(progress.at(-1)).toEqual([source.bytes, source.bytes]);
    if (shape === 'xml') expect(source.bytes).toBe(statSync(path).size);
  });

  it.each([
    ['a path where nothing is', () => join(scratch, 'none.xml'), 'nothing at the path'],
    ['an empty file', () => made('empty.xml', ''), 'empty'],
    ['a zip file', () => made('return.zip', Buffer.from('PK\u0003\u0004rest')), 'zip'],
    ['a gzip file', () => made('return.xml.gz', gzipSync('<Message/>')), 'gzip'],
    ['UTF-16', () => made('wide.xml', Buffer.from('\uFEFF<Message/>', 'utf16le')), 'UTF-16'],
    ['a single CSV table', () => made('person.csv', 'persontableid\n1\n'), 'folder that holds all the tables'],
    ['other text', () => made('notes.txt', 'hello'), 'neither XML nor'],
    [
      'a folder without tables',
      () => (mkdirSync(join(scratch, 'bare')), join(scratch, 'bare')),
      'no table of a SEN2 export',
    ],
  ])('refuses %s and says so', async (_what, path, says) => {
    const opened = await openSen2(path());
    if (!('problem' in opened)) throw new Error('it was opened');
    expect(opened.problem).toMatchObject({ severity: 'refused', stops: true });
    expect(opened.problem.message).toContain(says);
    expect(opened.problem.message).not.toContain(scratch);
  });

  it('has the same fingerprint whatever the date in its file names, and another when a byte differs', async () => {
    const again = mkdtempSync(join(scratch, 'again-'));
    for (const name of readdirSync(files.csvFolder))
      copyFileSync(join(files.csvFolder, name), join(again, name.replace('16-01', '30-01')));
    const first = await fingerprint(files.csvFolder);
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint(again)).toEqual(first);
    writeFileSync(join(again, 'Blade-Export_30-01-2025_senneed.csv'), ' ', { flag: 'a' });
    expect((await fingerprint(again)).sha256).not.toBe(first.sha256);
  });

  it('has the SHA-256 of its bytes as the fingerprint of a file', async () => {
    const sha256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
    expect(await fingerprint(made('hello.xml', 'hello'))).toEqual({ sha256, bytes: 5 });
  });
});
