// Where a rule is, by its ID: `npm run rule -- EHC-22` lists the files that name it, by what they do with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Whoever reads only the first lines has them.
process.stdout.on('error', () => process.exit(0));

/** `EHC-22`, `RSG-E1`, `TRN-B2.2`, `TRN-01a`, `R10`. */
const shape = /^([a-z]+)(-?[a-z]?\d+(?:\.\d+)*)([a-z]?)$/i;
const [, letters = '', rest = '', part = ''] = shape.exec(process.argv[2] ?? '') ?? [];
const id = `${letters}${rest}`.toUpperCase() + part.toLowerCase();
if (id === '') {
  process.stderr.write('Give the ID of a rule: npm run rule -- EHC-22\n');
  process.exit(1);
}

/** The first that fits a file's path is what the file does with the rule. */
const kinds = [
  ['Example in the API', () => false],
  ['Reckoned', (path) => /^src\/(rules|cases\/[^/]+)\/packs\//.test(path)],
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

const named = new RegExp(`(?<![\\w.-])${id.replaceAll('.', '\\.')}(?![\\w-]|\\.\\d)`);
/** The line that says most of what a file does with it: what a use case stands on, or the name of a test. */
const telling = {
  Decided: (line) => /\brules: \[/.test(line),
  Tested: (line) => /\b(it|test|describe)(\.each)?\b.*['`]/.test(line),
};
const found = new Map([...kinds.map(([kind]) => kind), 'In the data of tests'].map((kind) => [kind, []]));
for (const path of [...['src', 'test', 'docs'].flatMap(files), 'README.md', 'CONTRIBUTING.md'].sort()) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const naming = [...lines.keys()].filter((at) => named.test(lines[at]));
  const [first] = naming;
  if (first === undefined) continue;
  const place = (at) => `${path}:${at + 1}  ${lines[at].trim().slice(0, 110)}`;
  const plain = naming.filter((at) => !/@ApiProperty/.test(lines[at]));
  const [fitting] = plain.length === 0 ? kinds[0] : kinds.find(([, fits]) => fits(path));
  const best = plain.find((at) => telling[fitting]?.(lines[at]));
  // A test that only has it among its data tests something else.
  const kind = fitting === 'Tested' && best === undefined ? 'In the data of tests' : fitting;
  const told = best ?? plain[0];
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
const headings = {
  Reckoned: 'the date, in a rule pack',
  Decided: 'what may be recorded, and what is refused',
  Shown: 'pages and answers of the API',
  Tested: 'by its ID',
  Elsewhere: '',
  'In the data of tests': '',
  'Written of': '',
  'Example in the API': '',
};
for (const [kind, words] of Object.entries(headings)) {
  const rows = found.get(kind);
  if (rows.length > 0)
    process.stdout.write(`\n${kind}${words && `: ${words}`}\n${rows.map((row) => `  ${row}`).join('\n')}\n`);
}
