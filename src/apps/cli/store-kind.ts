// `onward store kind`: says whether the store is for made-up or real people; where store.json was lost, asks the events and makes it anew.
import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OnwardError } from '../../kernel/errors.js';
import { SystemClock } from '../../kernel/clock.js';
import { kindFromEvents } from '../ops/kind-from-events.js';
import { closeStores, openStores } from '../ops/open-stores.js';
import { readSettings } from '../ops/settings.js';
import { keepKind, knownKind } from '../../store/store-kind.js';
import { say } from './say.js';

export const kindCommand = (): Command =>
  new Command('kind')
    .description(
      'says whether this is a demo store or one for real people; makes a lost store.json anew from what the events tell (embedded store)',
    )
    .action(async () => {
      const settings = readSettings();
      const { data } = settings;
      const known = knownKind(data);
      if (known !== undefined) return say(words[known]);
      if (settings.eventStore === 'eventstoredb' || !existsSync(join(data, 'events.sqlite')))
        throw new OnwardError('store-unavailable', {
          detail: 'The data folder holds no events that could be asked.',
          help: 'Restore store.json from a backup; beside EventStoreDB set ONWARD_DATA to a new folder: the history is on the server.',
        });
      const stores = openStores(settings, new SystemClock(), { readOnly: true });
      try {
        const { kind, numbers } = await kindFromEvents(stores.journal);
        keepKind(data, kind);
        say(`${numbers} NHS numbers were looked at; store.json is made anew. ${words[kind]}`);
      } finally {
        await closeStores(stores);
      }
    });

const words = {
  demo: 'This is a demo store: everybody in it is made up, and its sign-ins are public.',
  live: 'This is a store for real people.',
} as const;
