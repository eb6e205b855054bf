// `onward store restore <folder>`: a backup into an empty data folder, proved before it is put in place.
import { Command } from 'commander';
import { resolve } from 'node:path';
import { restore } from '../ops/backup/restore.js';
import { readSettings } from '../ops/settings.js';
import { say } from './say.js';
import { timed } from './timed.js';

export const restoreCommand = (): Command =>
  new Command('restore')
    .argument('<folder>', 'the folder of the backup')
    .option(
      '--destroyed-keys <keys.sqlite>',
      'file of keys of the folder that was lost, or of a later backup: whoever was forgotten there stays forgotten',
    )
    .description(
      'restores a backup into the empty folder ONWARD_DATA; proves every chain and key, and replaces nothing',
    )
    .action(async (folder: string, { destroyedKeys }: { readonly destroyedKeys?: string }) => {
      const took = timed();
      const { manifest, forgottenAgain } = await restore(
        readSettings(),
        resolve(folder),
        destroyedKeys === undefined ? undefined : resolve(destroyedKeys),
      );
      const { events, streams, madeAt, head, views } = manifest;
      say(`${events} events in ${streams} streams of ${madeAt} are restored and proved, in ${took()}.`);
      say(`The last is at position ${head ?? 'start'}; what was recorded after it is not here.`);
      say(
        views === undefined
          ? 'The backup holds no record of who looked: keep the file views.sqlite of the old folder.'
          : `${views} looks in the record of reading are with them.`,
      );
      if (forgottenAgain > 0)
        say(`${forgottenAgain} people who were forgotten stay forgotten: their keys are destroyed.`);
      say(
        'Whoever left, or got another token, after this backup was made has the old one again: look through `npx onward actors list`.',
      );
      if (destroyedKeys === undefined)
        say(
          'Whoever was forgotten after this backup was made has a key again: forget them anew (npx onward people forget), from the records manager’s register.',
        );
    });
