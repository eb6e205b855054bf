// The command line of Onward: each command in a file of src/cli/.
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { actorsCommand } from './cli/actors.js';
import { bundleCommand } from './cli/bundle.js';
import { loadCommand } from './cli/load.js';
import { peopleCommand } from './cli/people.js';
import { projectionsCommand } from './cli/projections.js';
import { readModelsCommand } from './cli/read-models.js';
import { reportCommand } from './cli/report.js';
import { storeCommand } from './cli/store.js';
import { isOnwardError } from './kernel/errors.js';
import { version } from './ops/version.js';

const program = new Command('onward')
  .description(
    'Load what you hold today, see who is late, prove the history. Data lies in the folder ONWARD_DATA (default: data).',
  )
  .version(version)
  .exitOverride()
  .addCommand(loadCommand())
  .addCommand(reportCommand())
  .addCommand(projectionsCommand())
  .addCommand(readModelsCommand())
  .addCommand(storeCommand())
  .addCommand(actorsCommand())
  .addCommand(peopleCommand())
  .addCommand(bundleCommand());

// Whoever reads the output may have seen enough (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    const words = isOnwardError(error)
      ? [error.parts.detail, error.parts.help].filter(Boolean).join('\n')
      : `Something went wrong in Onward: ${String(error)}`;
    process.stderr.write(`${words}\n`);
    process.exitCode = 1;
  }
}
