// `onward store backup <folder>`: a consistent copy of the embedded store, while a server runs and writes.
import { Command } from 'commander';
import { resolve } from 'node:path';
import { backUp } from '../ops/backup/back-up.js';
import { SystemClock } from '../../kernel/clock.js';
import { readSettings } from '../ops/settings.js';
import { say } from './say.js';
import { timed } from './timed.js';

export const backupCommand = (): Command =>
  new Command('backup')
    .argument('<folder>', 'a new folder for the backup; it holds names and keys, so keep it as safe as the store')
    .description(
      'copies events, keys, actors and the record of who looked into a folder and proves the copy; a running server goes on. Lists are not copied: they are built again',
    )
    .action(async (folder: string) => {
      const settings = readSettings();
      const took = timed();
      const { events, streams, head, views } = await backUp(settings, new SystemClock(), resolve(folder));
      say(
        `${events} events in ${streams} streams are backed up and proved, up to position ${head ?? 'start'}, in ${took()}.`,
      );
      say(views === undefined ? 'Nobody looked yet.' : `${views} looks in the record of reading are with them.`);
      say(
        settings.key
          ? 'ONWARD_KEY is not in the backup: keep it elsewhere, the keys open with nothing else.'
          : 'This store has no ONWARD_KEY: its development key (dev.key) lies in the backup, which therefore opens by itself.',
      );
    });
