// `onward read-models`: a new instance begins with a copy of another's lists instead of reading every event.
import { Command } from 'commander';
import { resolve } from 'node:path';
import { projections } from '../cases.js';
import type { Opened } from '../ops/foundations.js';
import { newId } from '../../kernel/ids.js';
import { exportReadModels } from '../ops/read-models/export-read-models.js';
import { importReadModels } from '../ops/read-models/import-read-models.js';
import { manifestOf } from '../ops/read-models/manifest.js';
import { requireNobodyReads } from '../ops/read-models/nobody-reads.js';
import { readSettings } from '../ops/settings.js';
import { ReadModelFiles } from '../../engine/processing/read-models.js';
import { say } from './say.js';
import { withFoundations } from './with-foundations.js';
import { timed } from './timed.js';

export function readModelsCommand(): Command {
  const command = new Command('read-models').description('the lists as a file: copied from one instance to another');
  command
    .command('export')
    .argument('<file>', 'a new file; it holds names in the clear, so keep it as safe as the service itself')
    .description('copies the lists with a manifest beside them, while a server runs')
    .action((file: string) => withFoundations((opened) => exportTo(resolve(file), opened)));
  command
    .command('import')
    .argument('<file>', 'a file that was exported, with its manifest beside it')
    .description(
      'takes lists over from another instance on the same history, and catches up; stop Onward on this data folder first',
    )
    .action((file: string) => {
      requireNobodyReads(new ReadModelFiles(readSettings().data));
      return withFoundations((opened) => importFrom(resolve(file), opened));
    });
  return command;
}

async function exportTo(file: string, { files, stores, foundations }: Opened): Promise<void> {
  const took = timed();
  const { events, history, bytes } = await exportReadModels(
    { files, store: stores.store, clock: foundations.clock, projections },
    file,
  );
  say(
    `The lists of ${events} events are copied, up to position ${history.position}: ${megabytes(bytes)} in ${took()}.`,
  );
  say(`Copy both files to the other instance: ${file} and ${manifestOf(file)}.`);
  process.stderr.write(
    'The file shows names, birth dates and numbers of people in the clear: treat it as you treat the service itself, and delete it when it is imported. ' +
      'Whoever is forgotten later still stands in it.\n',
  );
}

async function importFrom(file: string, { files, stores, foundations }: Opened): Promise<void> {
  const took = timed();
  const { manifest, caughtUp } = await importReadModels(
    { ...stores, clock: foundations.clock, projections, files },
    file,
    newId(),
  );
  say(
    `The lists of ${manifest.events} events are taken over, and ${caughtUp} recorded since were added, in ${took()}. Onward can start.`,
  );
  say('Delete the file now: it shows people in the clear.');
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
