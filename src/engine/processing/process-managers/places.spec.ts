// What goes wrong with the file of places is kept in mind by whatever met it: probes tell of it, whoever asked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '../../../store/port.js';
import { Soundness } from '../../../store/sqlite-files/soundness.js';
import { ManagerPlaces } from './places.js';

let folder: string;
let places: ManagerPlaces;
let soundness: Soundness;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onward-places-'));
  soundness = new Soundness();
  places = new ManagerPlaces(folder, soundness);
  places.begin('reviews', '0' as Position);
});
afterEach(() => {
  places.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The file may grow no further: as on a full disk. */
function given_aFullDisk(): void {
  const { page_count: pages } = places.db.database.prepare('PRAGMA page_count').get() as { page_count: number };
  places.db.database.exec(`PRAGMA max_page_count = ${pages}`);
}
const told = () => soundness.troubles().map(({ file, kind }) => `${file} ${kind}`);

test('a disk that is full is told of when one question meets it', () => {
  given_aFullDisk();
  const long = 'x'.repeat(100_000);
  expect(() => places.db.get('UPDATE checkpoint SET reason = ? RETURNING projection', long)).toThrow();
  expect(told()).toEqual(['process-managers.sqlite full']);
});

test('a disk that is full is told of when a transaction meets it beside its statements, and the transaction is undone', () => {
  given_aFullDisk();
  const work = () => {
    places.begin('letters', '0' as Position);
    // As its end does: it is no statement that somebody prepared.
    places.db.database.exec('UPDATE checkpoint SET reason = hex(zeroblob(50000))');
  };
  expect(() => places.db.transaction(work)).toThrow();
  expect(told()).toEqual(['process-managers.sqlite full']);
  expect(places.has('letters')).toBe(false);
});
