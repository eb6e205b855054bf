// `onward bundle verify`: proves an exported history with nothing but its file; no store is opened.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { verifyBundle } from '../../engine/audit/exports/verify-bundle.js';
import { OnwardError } from '../../kernel/errors.js';
import { say } from './say.js';

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new OnwardError('file-refused', { detail: `There is no file ${file} that can be read.` });
  }
}

export function bundleCommand(): Command {
  const command = new Command('bundle').description('a history that was exported');
  command
    .command('verify <file>')
    .description('proves the sums and the hash chains of a bundle; ends with status 1 when something was altered')
    .action((file: string) => {
      const { personId, madeAt, files, events, withheld, digest, problems } = verifyBundle(bytesOf(file));
      for (const problem of problems) say(problem);
      const others = withheld > 0 ? ` (${withheld} of them about somebody else: their places only)` : '';
      say(`The history of ${personId}, made at ${madeAt}: ${files} files, ${events} entries${others}.`);
      say(`Digest of the ends of the chains: ${digest}. Compare it with the one that Onward recorded.`);
      say(problems.length === 0 ? 'Every sum and every hash is right.' : `${problems.length} problems.`);
      if (problems.length > 0) process.exitCode = 1;
    });
  return command;
}
