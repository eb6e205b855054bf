// Where a rule is, by its ID: `npm run rule -- EHC-22` lists the files that name it, by what they do with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const id = process.argv[2]?.toUpperCase();
if (!/^[A-Z]+-E?\d+$/.test(id ?? '')) {
  process.stderr.write('Give the ID of a rule: npm run rule -- EHC-22\n');
  process.exit(1);
}

/** The first that fits a file's path is what the file does with the rule. */
const kinds = [
  ['Example in the API', () => false],
  ['Reckoned', (path) => path.startsWith('src/rules/packs/')],
  ['Tested', (path) => path.startsWith('test/') || /\.spec\.ts$|-for-tests\.ts$/.test(path)],
  ['Shown', (path) => /\/pages\/|\/queries\/|\.njk$/.test(path) || path.startsWith('src/apps/reports/')],
  ['Decided', (path) => path.startsWith('src/cases/')],
  ['Elsewhere', (path) => path.startsWith('src/')],
  ['Written of', () => true],
];

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|json|njk|md)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.includes('/samples/'));

const named = new RegExp(`\\b${id}\\b`);
const found = new Map(kinds.map(([kind]) => [kind, []]));
for (const path of [...['src', 'test', 'docs'].flatMap(files), 'README.md', 'CONTRIBUTING.md'].sort()) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const naming = [...lines.keys()].filter((at) => named.test(lines[at]));
  const [first] = naming;
  if (first === undefined) continue;
  const place = (at) => `${path}:${at + 1}  ${lines[at].trim().slice(0, 110)}`;
  const told = naming.find((at) => !/@ApiProperty/.test(lines[at]));
  const [kind] = told === undefined ? kinds[0] : kinds.find(([, fits]) => fits(path));
  if (kind !== 'Reckoned') {
    found.get(kind).push(place(told ?? first));
    continue;
  }
  // In a pack a rule may give several dates; each stands under its ID with a title of its own.
  const dates = naming.filter((at) => lines[at].includes(`"id": "${id}"`));
  for (const at of dates.length > 0 ? dates : [first]) {
    const title = lines.slice(at, at + 12).find((line) => /"title":/.test(line));
    found.get(kind).push(title && dates.length > 0 ? `${path}:${at + 1}  ${title.trim()}` : place(at));
  }
}

const places = [...found.values()].flat().length;
if (places === 0) {
  process.stderr.write(`Nothing names ${id}.\n`);
  process.exit(1);
}
process.stdout.write(`${id}\n`);
for (const kind of ['Reckoned', 'Decided', 'Shown', 'Tested', 'Elsewhere', 'Written of', 'Example in the API']) {
  const rows = found.get(kind);
  if (rows.length > 0) process.stdout.write(`\n${kind}\n${rows.map((row) => `  ${row}`).join('\n')}\n`);
}
