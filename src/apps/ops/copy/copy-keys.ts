// Copies people's keys, still wrapped: both ends use the same ONWARD_KEY.
import { OnwardError } from '../../../kernel/errors.js';
import type { KeyChest } from '../../../store/keys/key-chest.js';
import { unwrap } from '../../../store/keys/wrapping.js';

const otherKeys = (): OnwardError =>
  new OnwardError('already-exists', {
    detail: 'The target has keys of its own: it belongs to another history. Nothing was added to it.',
    help: 'Copy into an empty store: a new ONWARD_DATA folder, or a new EventStoreDB on which no Onward was started.',
  });

/** The key for digests of identifiers: with another one nobody would be found again. Errors: `store-unavailable`, `already-exists`. */
export async function copyLookup(from: KeyChest, to: KeyChest, wrappingKey: Buffer): Promise<void> {
  const wrapped = await from.lookup();
  if (wrapped === undefined || !unwrap(wrappingKey, 'onward/lookup', wrapped))
    throw new OnwardError('store-unavailable', {
      detail: 'The keys of the source do not open with the key-encryption key in ONWARD_KEY (or in dev.key).',
      help: 'Set ONWARD_KEY to the key that the source was made with. A folder begun without one has it in dev.key.',
    });
  if (!sameBytes(await to.putLookup(wrapped), wrapped)) throw otherKeys();
}

/** Before the first event that it opens. A person who is destroyed on either side stays so. Error: `already-exists`. */
export async function copyKey(from: KeyChest, to: KeyChest, subject: string): Promise<void> {
  const wrapped = await from.key(subject);
  if (wrapped === undefined)
    throw new OnwardError('damaged-history', {
      detail: 'The key of a person of whom there are events is missing from the source.',
      help: 'Restore the keys of the source from the backup that its events are from; copy then.',
    });
  if (wrapped === 'destroyed') return to.destroy(subject);
  const there = await to.put(subject, wrapped);
  if (there !== 'destroyed' && !sameBytes(there, wrapped)) throw otherKeys();
}

export async function copyDestroyed(from: KeyChest, to: KeyChest): Promise<void> {
  const there = new Set(await to.destroyed());
  for (const subject of await from.destroyed()) if (!there.has(subject)) await to.destroy(subject);
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
