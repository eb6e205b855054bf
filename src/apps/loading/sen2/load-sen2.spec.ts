// Loading a SEN2 return: the promises of every load, and the same from both shapes that a return can have.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstPersonsOf, unpackSouthend, type UnpackedReturn } from '../../../../test/fixtures/unpack.js';
import { describeLoad } from '../describe-load-for-tests.js';
import { openTestStore, type TestStore } from '../store-for-tests.js';

const files: UnpackedReturn = unpackSouthend();
afterAll(() => files.remove());

const shortXml = (persons: number): string => firstPersonsOf(readFileSync(files.xml, 'utf8'), persons);

/** The same persons in the CSV tables: the rows of this made-up export carry the number of their person. */
function shortenCsv(persons: number): string {
  for (const name of readdirSync(files.csvFolder)) {
    const path = join(files.csvFolder, name);
    const [heading = '', ...rows] = readFileSync(path, 'utf8').split('\n');
    const column = name.includes('_person.') || name.includes('_sen2.') ? 0 : 4;
    const kept = rows.filter((row) => row !== '' && Number(row.split(',')[column]) <= persons);
    writeFileSync(path, [heading, ...kept, ''].join('\n'));
  }
  return files.csvFolder;
}

/** What was corrected, when, and when it was said to have happened. */
async function corrections(store: TestStore): Promise<string[]> {
  const found: string[] = [];
  for await (const page of store.opened.foundations.journal.readAll({ closed: true }))
    for (const { type, occurredOn } of page) if (type.endsWith('Corrected')) found.push(`${type} ${occurredOn}`);
  return found.sort();
}

describe('a load of a SEN2 return', () => {
  it('REC-11, REC-24: dates what it corrects on the day of the load, whatever day it is about', async () => {
    const store = openTestStore('2026-06-15T09:00:00.000Z');
    const text = shortXml(1);
    await store.loadText('sen2', text);
    const otherwise = text
      .replace('<StartDate>2017-02-16', '<StartDate>2017-02-20')
      .replace('<LastReview>2024-11-04', '<LastReview>2024-11-05')
      .replace('<PostCode>SS6 3NR', '<PostCode>SS6 3NX');
    expect(await store.loadText('sen2', otherwise)).toMatchObject({ counts: { changed: 1, refused: 0 } });
    expect(await corrections(store)).toEqual([
      'FactCorrected 2026-06-15',
      'FactCorrected 2026-06-15',
      'YoungPersonDetailsCorrected 2026-06-15',
    ]);
    await store.close();
  });

  it('REC-11: a start years from the one on record is asked about, in a preview too, and moves no plan', async () => {
    const store = openTestStore('2026-06-15T09:00:00.000Z');
    const text = shortXml(1);
    await store.loadText('sen2', text);
    const before = await store.histories();
    const otherwise = text.replace('<StartDate>2017-02-16', '<StartDate>2021-02-16');
    const asked = { counts: { changed: 0, refused: 1 }, problems: [{ field: 'startdate', severity: 'refused' }] };
    for (const dryRun of [true, false]) expect(await store.loadText('sen2', otherwise, dryRun)).toMatchObject(asked);
    expect(await store.histories()).toEqual(before);
    await store.close();
  });

  it('REC-11: two records of one child, the later plan first: the plan on record stays as it began, and the preview says the same', async () => {
    const store = openTestStore('2026-06-15T09:00:00.000Z');
    const text = shortXml(1);
    await store.loadText('sen2', text);
    const person = /<Person>[^]*?<\/Person>/.exec(text)?.[0] ?? '';
    const two = text.replace(person, person.replace('<StartDate>2017-02-16', '<StartDate>2021-02-16') + person);
    const preview = await store.loadText('sen2', two, true);
    const load = await store.loadText('sen2', two);
    expect(load).toMatchObject({ counts: { refused: 1, unchanged: 1 } });
    expect(preview.counts).toEqual(load.counts);
    expect(await corrections(store)).toEqual([]);
    await store.close();
  });

  describeLoad('sen2', shortXml(45));

  it('gives the same from both shapes, and nothing more when one comes after the other', async () => {
    const [fromXml, fromCsv] = [openTestStore(), openTestStore()];
    const xml = await fromXml.loadText('sen2', shortXml(200));
    const folder = shortenCsv(200);
    const csv = await fromCsv.load('sen2', folder);
    expect(csv).toMatchObject({ counts: { ...xml.counts, loaded: 200, refused: 0 }, facts: xml.facts, problems: [] });
    expect(await fromCsv.eventTypes()).toEqual(await fromXml.eventTypes());
    expect(await fromCsv.histories()).toEqual(await fromXml.histories());
    const again = await fromXml.load('sen2', folder);
    expect(again.counts).toEqual({ loaded: 0, changed: 0, unchanged: 200, refused: 0 });
    await Promise.all([fromXml.close(), fromCsv.close()]);
  });
});
