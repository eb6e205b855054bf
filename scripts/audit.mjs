// Asks the registry which installed packages have a known weakness (npm audit), those for building and testing too: high or critical fails.
// A registry without that service, or out of reach, is said and does not fail: then nothing was learned about the code, and who has no network could run no check.
import { spawnSync } from 'node:child_process';

const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});

/** npm answers with JSON in both cases; only a report has `metadata`. */
function answer() {
  try {
    return JSON.parse(stdout);
  } catch {
    return { message: stderr.trim() };
  }
}

const { metadata, vulnerabilities = {}, message } = answer();
if (!metadata) {
  console.log(
    `NOT ASKED: the registry did not say which packages have known weaknesses (${message}). Ask again where it does.`,
  );
  process.exit(0);
}
const known = Object.values(vulnerabilities);
const grave = known.filter(({ severity }) => severity === 'high' || severity === 'critical');
for (const { name, severity, via, fixAvailable } of grave) {
  const why = via.map((one) => (typeof one === 'string' ? `by way of ${one}` : `${one.title} ${one.url}`)).join('; ');
  console.error(
    `${name}: ${severity}, ${why}. ${fixAvailable ? 'A newer version mends it.' : 'Nothing mends it yet.'}`,
  );
}
console.log(
  `${metadata.dependencies.total} packages asked about: ${grave.length} high or critical, ${known.length - grave.length} below`,
);
process.exit(grave.length > 0 ? 1 : 0);
