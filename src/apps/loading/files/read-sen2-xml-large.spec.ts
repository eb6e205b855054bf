// A return of 60 MB streams through without the memory growing with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { southendFolder } from '../../../../test/fixtures/unpack.js';
import { readSen2Xml } from './read-sen2-xml.js';

const MB = 1_000_000;

const sample = gunzipSync(readFileSync(join(southendFolder, 'SEN2_882_2025.xml.gz')));
const [firstPerson, afterPersons] = [sample.indexOf('<Person>'), sample.indexOf('</Persons>')];

function* manyTimes(bytes: number) {
  yield sample.subarray(0, firstPerson);
  for (let sent = 0; sent < bytes; sent += afterPersons - firstPerson)
    for (let at = firstPerson; at < afterPersons; at += 65_536)
      yield sample.subarray(at, Math.min(at + 65_536, afterPersons));
  yield sample.subarray(afterPersons);
}

it('reads 60 MB with the heap growing by less than 60 MB', async () => {
  setFlagsFromString('--expose_gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const heap = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  let highest = 0;
  let persons = 0;
  for await (const item of readSen2Xml(Readable.from(manyTimes(60 * MB)))) {
    if (item.kind === 'person') persons += 1;
    if (persons % 10_000 === 1) highest = Math.max(highest, heap());
  }
  expect(persons).toBeGreaterThan(40_000);
  expect(highest - before).toBeLessThan(60 * MB);
}, 30_000);
