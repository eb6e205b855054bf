// Which licence each installed package has, all of them on the list of those that may be: `npm run licences` writes docs/licences.md from package-lock.json;
// with --check it fails when the page is not what it would write, so that a new package is looked at by whoever adds it.
import { readFileSync, writeFileSync } from 'node:fs';

/** May be used, changed and passed on with Onward under its own licence, with their notices kept. */
const mayBe = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** For building and testing only: never in what is handed on. */
const mayBeInDevelopment = new Set([...mayBe, 'CC-BY-3.0', 'CC-BY-4.0', 'MPL-2.0']);

const page = 'docs/licences.md';

/** Of `A OR B` one has to be allowed, of `A AND B` each. Brackets deeper than one level are refused: nobody has them. */
function allowed(licence, list) {
  const bare = licence.replace(/^\(([^()]*)\)$/, '$1');
  if (bare.includes(' OR ')) return !bare.includes(' AND ') && bare.split(' OR ').some((one) => list.has(one));
  return bare.split(' AND ').every((one) => list.has(one));
}

/** Packages of the lock file, whichever machine it was made on: those for other systems (optional) are in it too. */
function installed(lock) {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, { name, version, license, dev }]) => ({
      name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? 'none named',
      dev: dev === true,
    }));
}

const refused = (packages) =>
  packages.filter(({ licence, dev }) => !allowed(licence, dev ? mayBeInDevelopment : mayBe));

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** One heading a licence, those with most packages first. Names only: a newer version under the same licence is no change. */
function byLicence(packages) {
  const names = new Map();
  for (const { name, licence } of packages) names.set(licence, (names.get(licence) ?? new Set()).add(name));
  return [...names]
    .sort(([a, those], [b, these]) => these.size - those.size || byText(a, b))
    .map(([licence, those]) => `### ${licence}: ${those.size}\n\n${[...those].sort(byText).join(', ')}`)
    .join('\n\n');
}

const written = (packages) => `# Licences

Made from \`package-lock.json\` by \`npm run licences\`; CI refuses a package whose licence is not on the lists of \`scripts/licences.mjs\`, and a page that is not up to date.
Onward itself is under the MIT licence. Packages for other systems than yours are listed, too.

## What Onward runs with

${byLicence(packages.filter(({ dev }) => !dev))}

## What it is built and tested with

${byLicence(packages.filter(({ dev }) => dev))}
`;

const packages = installed(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const text = written(packages);
const bad = refused(packages);
for (const { name, version, licence, dev } of bad) {
  const where = dev ? 'what Onward is built and tested with' : 'what Onward runs with';
  console.error(`${name} ${version} is under ${licence}, which is on no list for ${where}.`);
}
if (!process.argv.includes('--check')) writeFileSync(page, text);
const stale = readFileSync(page, 'utf8') !== text;
if (stale) console.error(`${page} is not up to date: npm run licences`);
if (bad.length === 0 && !stale) console.log(`${packages.length} packages, each under an allowed licence`);
process.exit(bad.length > 0 || stale ? 1 : 0);
