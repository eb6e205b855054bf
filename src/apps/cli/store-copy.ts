// `onward store copy --from … --to …`: from the embedded store into EventStoreDB, and back.
import { Command, Option } from 'commander';
import { invalid } from '../../kernel/errors.js';
import { copyHistory } from '../ops/copy/copy-history.js';
import { openEnd, type StoreName } from '../ops/copy/open-ends.js';
import { readSettings } from '../ops/settings.js';
import { keyEncryptionKey } from '../../store/keys/key-encryption-key.js';
import { say } from './say.js';

const end = (flag: string, words: string) =>
  new Option(flag, words).choices(['sqlite', 'eventstoredb']).makeOptionMandatory();

export const copyCommand = (): Command =>
  new Command('copy')
    .description(
      'copies all events and keys, byte for byte, those about each person in their order: sqlite is the folder ONWARD_DATA, eventstoredb the server in EVENTSTORE_URL. ' +
        'Stop Onward first. May be interrupted and run again; ends with a proof',
    )
    .addOption(end('--from <store>', 'where the events are'))
    .addOption(end('--to <store>', 'an empty store, or one in which such a copy was interrupted'))
    .action(copy);

async function copy(options: { readonly from: StoreName; readonly to: StoreName }): Promise<void> {
  if (options.from === options.to) throw invalid('--to', 'must be the other store than --from');
  const settings = readSettings();
  const { key, source } = keyEncryptionKey(settings.key, settings.data);
  const from = await openEnd(options.from, settings);
  try {
    const to = await openEnd(options.to, settings, from.kind);
    try {
      const { copied, proof } = await copyHistory(from, to, key, progress());
      say(
        `${copied} events copied now; ${proof.events} events in ${proof.streams} streams are the same on both sides.`,
      );
      say(`SHA-256 over the end of every stream: ${proof.ends}`);
      if (source === 'development' && options.to === 'eventstoredb')
        say('Before you start Onward on the server: set ONWARD_KEY, on every instance, to the content of dev.key.');
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

function progress(): (events: number) => void {
  let last = performance.now();
  return (events) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    process.stderr.write(`${events} events done\n`);
  };
}
