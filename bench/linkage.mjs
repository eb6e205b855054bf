// `node bench/linkage.mjs <file.csv>`: how well "who is this?" is decided, on records of which the truth is known (after `npm run build`).
// The file has unique_id, first_name, surname, dob, cluster, and perhaps email: such as those made up by the authors of Splink.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { bornNearly, givenKey, nameKeys } from '../dist/engine/person/matching/blocking.js';
import { decide } from '../dist/engine/person/matching/decide.js';
import { matchingModel } from '../dist/engine/person/matching/model.js';

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Say which file: node bench/linkage.mjs <file.csv>');
  process.exit(1);
}

/** An e-mail address stands in for a number of one system: it may be mistyped, and then is another. */
const read = (withNumbers) =>
  parse(readFileSync(path), { columns: true }).map(({ unique_id, first_name, surname, dob, email, cluster }) => ({
    id: unique_id,
    cluster,
    given: first_name,
    family: surname,
    dob,
    known: {
      names: [{ givenName: first_name, familyName: surname }],
      birthDate: dob || undefined,
      numbers: withNumbers && email ? [{ kind: 'local', issuer: 'email', id: email }] : [],
    },
  }));

function lookedUp(records) {
  const by = new Map();
  const put = (key, record) => by.set(key, [...(by.get(key) ?? []), record]);
  for (const one of records) {
    put(one.dob, one);
    put(`${one.dob} ${givenKey(one.given)}`, one);
    put(nameKeys(one.given, one.family)[0] ?? '', one);
    for (const { id } of one.known.numbers) put(id, one);
  }
  return ({ given, family, dob, known }) => {
    const keys = [dob, ...nameKeys(given, family), ...known.numbers.map(({ id }) => id)];
    for (const day of bornNearly(dob)) keys.push(`${day} ${givenKey(given)}`);
    return new Set(keys.flatMap((key) => by.get(key) ?? []));
  };
}

const sizes = [matchingModel.oneIn, undefined];
for (const [withNumbers, oneIn] of [false, true].flatMap((one) => sizes.map((size) => [one, size]))) {
  const records = read(withNumbers);
  const model = { ...matchingModel, oneIn: oneIn ?? records.length };
  const candidatesOf = lookedUp(records);
  const size = new Map();
  for (const { cluster } of records) size.set(cluster, (size.get(cluster) ?? 0) + 1);
  const pairs = [...size.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const found = { 'the-same': [0, 0], 'a-person-must-say': [0, 0], 'not-the-same': [0, 0] };
  let compared = 0;
  for (const one of records)
    for (const other of candidatesOf(one)) {
      if (other.id <= one.id) continue;
      compared++;
      const { outcome } = decide(one.known, [{ id: other.id, known: other.known }], model);
      found[outcome][one.cluster === other.cluster ? 0 : 1]++;
    }
  const [joined, wrong] = found['the-same'];
  const [asked, idle] = found['a-person-must-say'];
  const share = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
  console.log(
    `${records.length} records, ${pairs} pairs of one person; ${withNumbers ? 'with' : 'without'} a number, as one in ${model.oneIn}`,
  );
  console.log(`  compared: ${compared} pairs (of ${(records.length * (records.length - 1)) / 2})`);
  console.log(`  joined without asking: ${joined + wrong}, of which right: ${share(joined, joined + wrong)}`);
  console.log(`  asked of a person: ${asked + idle}, of which the same: ${share(asked, asked + idle)}`);
  console.log(`  found: ${share(joined, pairs)} without asking, ${share(joined + asked, pairs)} with the questions`);
}
