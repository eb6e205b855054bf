// Proves a bundle with nothing but its own bytes: the sum of every file, and the chain of every record.
import { hash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { chainHash, chainStart } from '../../../store/chain.js';
import { OnwardError } from '../../../kernel/errors.js';
import { digestOf } from './bundle-files.js';
import type { BundledEvent } from './bundle-lines.js';
import type { Head } from './contents.js';

export interface VerifiedBundle {
  readonly personId: string;
  readonly madeAt: string;
  readonly files: number;
  readonly events: number;
  /** Entries about somebody else: their places are proved, not their words. */
  readonly withheld: number;
  readonly digest: string;
  readonly problems: readonly string[];
}

interface Manifest {
  readonly format: number;
  readonly personId: string;
  readonly madeAt: string;
  readonly heads: readonly Head[];
  readonly digestOfHeads: string;
  readonly files: Readonly<Record<string, string>>;
}

type Files = Readonly<Record<string, Uint8Array>>;

/** Error: `file-refused` when it is no bundle at all. */
export function verifyBundle(bytes: Uint8Array): VerifiedBundle {
  const files = unzipped(bytes);
  const manifest = manifestOf(files);
  const { events, problems: broken } = checkChains(lines(files['events.jsonl']), manifest.heads);
  const digest = digestOf(manifest.heads);
  const problems = [...checkSums(files, manifest), ...broken];
  if (digest !== manifest.digestOfHeads)
    problems.push('manifest.json: the digest is not that of the ends of the chains');
  return {
    personId: manifest.personId,
    madeAt: manifest.madeAt,
    files: Object.keys(files).length,
    events: events.length,
    withheld: events.filter(({ withheld }) => withheld).length,
    digest,
    problems,
  };
}

const refused = (detail: string): OnwardError =>
  new OnwardError('file-refused', { detail, help: 'Ask whoever made the bundle for it again.' });

function unzipped(bytes: Uint8Array): Files {
  try {
    return unzipSync(bytes);
  } catch {
    throw refused('This is no zip, or it is damaged: it cannot be opened.');
  }
}

function manifestOf(files: Files): Manifest {
  try {
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;
    if (manifest.format === 1 && Array.isArray(manifest.heads) && typeof manifest.files === 'object') return manifest;
  } catch {
    // Said below.
  }
  throw refused('There is no manifest.json in it that this version of Onward can read.');
}

function checkSums(files: Files, { files: sums }: Manifest): string[] {
  const problems: string[] = [];
  for (const [name, sum] of Object.entries(sums)) {
    const bytes = files[name];
    if (!bytes) problems.push(`${name}: is missing`);
    else if (hash('sha256', bytes, 'hex') !== sum) problems.push(`${name}: was altered, its SHA-256 is another one`);
  }
  for (const name of Object.keys(files))
    if (name !== 'manifest.json' && sums[name] === undefined) problems.push(`${name}: does not belong to the bundle`);
  return problems;
}

/** Undefined for a line that is no event. */
function lines(bytes: Uint8Array = new Uint8Array()): (BundledEvent | undefined)[] {
  return strFromU8(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      try {
        const event = JSON.parse(line) as BundledEvent | null;
        return typeof event?.stream === 'string' ? event : undefined;
      } catch {
        return undefined;
      }
    });
}

function checkChains(found: readonly (BundledEvent | undefined)[], heads: readonly Head[]) {
  const problems: string[] = [];
  const last = new Map<string, { readonly revision: number; readonly hash: string }>();
  const events = found.filter((event) => event !== undefined);
  if (events.length < found.length) problems.push('events.jsonl: a line is no event');
  for (const event of events) {
    const problem = problemOf(event, last.get(event.stream));
    if (problem) problems.push(`${event.stream}, entry ${event.revision}: ${problem}`);
    last.set(event.stream, event);
  }
  for (const { stream, revision, hash: end } of heads) {
    const at = last.get(stream);
    if (at?.revision !== revision || at.hash !== end) problems.push(`${stream}: does not end as the manifest says`);
    last.delete(stream);
  }
  for (const stream of last.keys()) problems.push(`${stream}: is not named in the manifest`);
  return { events, problems };
}

function problemOf(event: BundledEvent, before?: { readonly revision: number; readonly hash: string }) {
  const { stream, revision, previousHash, id, type, schemaVersion, data, metadata } = event;
  if (revision !== (before?.revision ?? -1) + 1) return 'entries are missing, twice or out of order';
  if (previousHash !== (before?.hash ?? chainStart)) return 'is not chained on the entry before it';
  if (event.withheld) return undefined;
  const whole =
    id !== undefined &&
    type !== undefined &&
    schemaVersion !== undefined &&
    data !== undefined &&
    metadata !== undefined;
  if (whole && event.hash === chainHash(previousHash, stream, revision, { id, type, schemaVersion, data, metadata }))
    return undefined;
  return 'is not what was recorded: its bytes were altered';
}
