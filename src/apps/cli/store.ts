// `onward store`: proves that nothing was altered, backs up, restores, and copies between the two stores.
import { Command } from 'commander';
import { checkFiles } from '../ops/check-files.js';
import { readSettings } from '../ops/settings.js';
import { remedies } from '../../store/sqlite-files/errors.js';
import { verifyStreams } from '../../store/verify-chain.js';
import { backupCommand } from './store-backup.js';
import { copyCommand } from './store-copy.js';
import { kindCommand } from './store-kind.js';
import { restoreCommand } from './store-restore.js';
import { say } from './say.js';
import { withFoundations } from './with-foundations.js';

export function storeCommand(): Command {
  const command = new Command('store').description('the store of events');
  command
    .command('verify')
    .description(
      'reads every page and every event, proves the hash chain of every stream and that every key opens; ends with status 1 when something is damaged or was altered',
    )
    .action(() =>
      withFoundations(async ({ stores }) => {
        const { events, streams, problems } = await verifyStreams(stores.store);
        for (const { stream, revision, problem } of problems) say(`${stream}, revision ${revision}: ${problem}`);
        const damage = await checkFiles(readSettings(), 'integrity_check');
        say(
          `${events} events in ${streams} streams: ${problems.length === 0 ? 'every hash is right' : `${problems.length} problems`}.`,
        );
        for (const { kind, problem } of damage) say(`${problem} ${remedies[kind]}`);
        if (problems.length + damage.length > 0) process.exitCode = 1;
      }),
    );
  return command
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(kindCommand())
    .addCommand(copyCommand());
}
