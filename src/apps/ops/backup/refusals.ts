// What backup, restore and copies refuse, with what to do about it.
import { OnwardError } from '../../../kernel/errors.js';
import type { Settings } from '../settings.js';

export const fileRefused = (detail: string, help = 'Nothing was changed. Take another backup.'): OnwardError =>
  new OnwardError('file-refused', { detail, help });

/** A server is backed up by its own means: a copy of a part of it would be a history with holes. */
export function onlyEmbedded({ eventStore }: Settings, what: 'backup' | 'restore'): void {
  if (eventStore !== 'eventstoredb') return;
  throw new OnwardError('invalid-input', {
    detail: `store ${what} is for the embedded store, but EVENT_STORE is eventstoredb.`,
    help: `Use the ${what} of EventStoreDB itself (docs/operations.md), or \`npx onward store copy --from eventstoredb --to sqlite\` into a folder of its own.`,
  });
}
