// The command line of Onward: each command in a file of src/apps/cli/.
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { inWords } from '../kernel/defect.js';
import { isOnwardError } from '../kernel/errors.js';
import { version } from './ops/version.js';

/** Each is read when it is asked for: what forgetting a person needs would double the start of every other command. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  load: async () => (await import('./cli/load.js')).loadCommand(),
  report: async () => (await import('./cli/report.js')).reportCommand(),
  projections: async () => (await import('./cli/projections.js')).projectionsCommand(),
  'read-models': async () => (await import('./cli/read-models.js')).readModelsCommand(),
  store: async () => (await import('./cli/store.js')).storeCommand(),
  directory: async () => (await import('./cli/directory.js')).directoryCommand(),
  actors: async () => (await import('./cli/actors.js')).actorsCommand(),
  sessions: async () => (await import('./cli/sessions.js')).sessionsCommand(),
  people: async () => (await import('./cli/people.js')).peopleCommand(),
  bundle: async () => (await import('./cli/bundle.js')).bundleCommand(),
};

const program = new Command('onward')
  .description(
    'Load what you hold today, see who is late, prove the history. Data lies in the folder ONWARD_DATA (default: data).',
  )
  .version(version)
  .exitOverride();
const asked = process.argv.slice(2).find((word) => Object.hasOwn(commands, word));
for (const [name, command] of Object.entries(commands))
  if (asked === undefined || asked === name) program.addCommand(await command());

// Whoever reads the output may have seen enough (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    const words = isOnwardError(error)
      ? [error.parts.detail, error.parts.help].filter(Boolean).join('\n')
      : `Something went wrong in Onward: ${inWords(error)}`;
    process.stderr.write(`${words}\n`);
    process.exitCode = 1;
  }
}
