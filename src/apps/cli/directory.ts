// `onward directory load|show`: the organisations, services, teams, workers and roles that can be named here.
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { directoryLists } from '../../rules/directory/directory.js';
import { checkReceived, parseDirectory, readDirectory, writeDirectory } from '../../engine/directory/read-directory.js';
import { readSettings } from '../ops/settings.js';
import { destinationCodes } from '../../cases/camhs-transition/domain/destinations.js';
import { say } from './say.js';

export function directoryCommand(): Command {
  const command = new Command('directory').description(
    'the organisations, services, teams, workers and roles that can be named (docs/files/directory.md)',
  );
  command
    .command('load')
    .description('takes the lists from a file; a code that is there today may end, but not vanish')
    .argument('<file>', 'JSON as docs/files/directory.md says')
    .action((file: string) => {
      const text = readFileSync(file, 'utf8');
      checkReceived(parseDirectory(text), destinationCodes);
      const { data, unread } = writeDirectory(readSettings().data, text);
      if (unread !== undefined)
        say(`Not checked whether a code is gone, because the lists of before could not be used. ${unread}`);
      const counts = directoryLists.map((list) => `${list} ${data[list].length}`).join(', ');
      say(`The lists are loaded: ${counts}. A running server uses them after its next start.`);
      say('Where old texts read otherwise by them, the read models are then built anew once, beside the ones in use.');
    });
  command
    .command('show')
    .description('prints the lists as this data folder has them')
    .action(() => {
      const data = readDirectory(readSettings().data);
      for (const list of directoryLists) for (const { code, name } of data[list]) say(`${list}\t${code}\t${name}`);
    });
  return command;
}
