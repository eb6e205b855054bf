// Who may name whose tables in SQL: a table belongs to the part of src/ that makes it; another part reads it only where it is published, and writes it never.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const source = 'src';
/** Tests may look anywhere. */
const isTest = (path) => /\.spec\.ts$|for-tests\.ts$|\/contract\//.test(path);
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative('.', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((path) => !isTest(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** `cases/ehc-plan`, `engine/deadlines`, `store`: a kind of case or a part of the engine by itself. */
const partOf = (path) =>
  path
    .split('/')
    .slice(1, /^src\/(cases|engine|apps)\//.test(path) ? 3 : 2)
    .join('/');

/** By name: the part that makes it, and whether others may read it. */
const tables = new Map();
for (const { path, text } of files) {
  const part = partOf(path);
  const make = (name, published) => {
    const known = tables.get(name);
    if (known && known.part !== part) throw new Error(`${name} is made twice: in ${known.part} and in ${part}`);
    tables.set(name, { part, published });
  };
  for (const { 1: name, index } of text.matchAll(/\b(?:table|view|keptCount)\(\s*'(\w+)'/g))
    make(name, /\bpublished: true\b/.test(text.slice(index, endOfCall(text, index))));
  for (const [, name] of text.matchAll(/\btally\(\s*'(\w+)'/g))
    for (const of of ['days', 'tally']) make(`${name}_${of}`, false);
  for (const [, name] of text.matchAll(/\bcaseProjection(?:<[^(]*>)?\([^,]+,\s*\{\s*name: '(\w+)'/g))
    make(`${name}_state`, false);
  for (const [, name, mark] of text.matchAll(/CREATE TABLE (\w+) ?\(( -- published: true)?/g))
    make(name, mark !== undefined);
}

/** Where the brackets that open after a place are closed again. */
function endOfCall(text, from) {
  let open = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') open++;
    if (text[at] === ')' && --open === 0) return at;
  }
  return text.length;
}

/** Every name after FROM (also of a list of them), JOIN, INTO and UPDATE, and the states that `readState` and its like ask for. */
function namedIn(text) {
  const afterFrom = [...text.matchAll(/\bFROM\s+(\w+(?:\s+\w+)?(?:\s*,\s*\w+(?:\s+\w+)?)*)/g)].flatMap(
    ({ 1: list, index }) => list.split(',').map((one) => ({ word: 'FROM', name: one.trim().split(/\s/)[0], index })),
  );
  const others = [...text.matchAll(/\b(JOIN|INTO|UPDATE)\s+(\w+)/g)].map(({ 1: word, 2: name, index }) => ({
    word,
    name,
    index,
  }));
  const states = [...text.matchAll(/\bread(?:Whole)?(?:State|States|Revision)(?:<[^(]*>)?\(\s*[\w.]+,\s*'(\w+)'/g)].map(
    ({ 1: name, index }) => ({ word: 'FROM', name: `${name}_state`, index }),
  );
  return [...afterFrom, ...others, ...states];
}

const wrong = [];
const read = new Set();
for (const { path, text } of files) {
  const part = partOf(path);
  for (const { word, name, index } of namedIn(text)) {
    const table = tables.get(name);
    if (!table || table.part === part) continue;
    read.add(name);
    const writes = word === 'INTO' || word === 'UPDATE' || /DELETE\s+$/.test(text.slice(0, index));
    if (writes || !table.published) {
      const line = text.slice(0, index).split('\n').length;
      wrong.push(
        `${path}:${line}: ${writes ? 'writes' : 'reads'} ${name} of ${table.part}${writes ? '' : ', which does not publish it'}`,
      );
    }
  }
}

for (const [name, { part, published }] of tables)
  if (published && !read.has(name)) wrong.push(`${name} of ${part} is published, and no other part reads it`);

for (const problem of wrong) console.error(problem);
console.log(
  `${tables.size} tables and views, ${[...tables.values()].filter(({ published }) => published).length} published`,
);
process.exit(wrong.length > 0 ? 1 : 0);
