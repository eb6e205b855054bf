// Which test file comes first: the longest, so that no processor waits at the end for one that began last. A fresh clone has measured nothing
// yet and would go by the size of the file, and some of the longest are tiny: the call of a contract.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Seconds of the files that take long, by name, on two quiet processors; only their order counts. */
const longest = JSON.parse(readFileSync(new URL('./longest.json', import.meta.url), 'utf8'));

export default class LongestFirst extends TestSequencer {
  /** In milliseconds. What was measured on this machine counts most; what nobody measured is short, the larger the longer. */
  time(test) {
    const kept = longest[basename(test.path)];
    return (
      super.time(test) ?? (kept === undefined ? (test.context.hasteFS.getSize(test.path) ?? 0) / 100 : kept * 1000)
    );
  }
}
