// The words that lie in every bundle: what it is, what it proves and what not, and how to check it without Onward.
import type { Contents } from './contents.js';

export const readme = ({ personId, madeAt, madeBy, heads }: Contents, digest: string): string =>
  [
    'The history of one young person, taken from Onward.',
    '',
    `Person: ${personId}`,
    `Made at: ${madeAt} (UTC), by ${madeBy}`,
    `Records: ${heads.length}. Digest of the ends of their chains: ${digest}`,
    '',
    'What is in it',
    '  events.jsonl   every event, one a line, with its data and metadata byte for byte as stored, and its hashes',
    '  state.json     the state that each record folds to, without anything personal',
    '  timeline.csv   one row an event, in the order of recording: both dates, who, under which role',
    '  rules/         the rule packs by which the dates of these records are reckoned',
    '  manifest.json  the SHA-256 of each file, and the end of each chain',
    '',
    'Personal fields are sealed, as they are stored. Nothing in this file opens them.',
    'A line with "withheld" is an entry of the same record about somebody else: its place in the chain is shown, not its words.',
    '',
    'To check it: npx onward bundle verify <this file>. Without Onward:',
    '  1. the SHA-256 of each file is the one in manifest.json;',
    '  2. the hash of each event is the SHA-256 in hex over these lines, each ended by a line feed: previousHash, stream, revision,',
    '     id, type, schemaVersion, number of bytes of data, data, number of bytes of metadata, metadata (all in UTF-8);',
    '  3. within a stream revisions count from 0, and previousHash is the hash of the event before (64 zeros for the first);',
    '  4. the last hash of each stream is the one in manifest.json under heads.',
    '',
    'What this proves: no entry was altered, removed or put in between since it was chained. Whoever rewrites a whole bundle, sums and',
    'all, can make one that agrees with itself: compare the digest above with the one that Onward recorded when this was made.',
    '',
  ].join('\n');
