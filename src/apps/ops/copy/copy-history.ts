// Copies a history from one store into another: every event byte for byte in the order of everything, each after the key that opens it.
import type { EventStore, StoredEvent } from '../../../store/port.js';
import { proveHistory, subjectOf, type HistoryProof } from '../../../store/prove-history.js';
import { isOnwardError, OnwardError } from '../../../kernel/errors.js';
import type { KeyChest } from '../../../store/keys/key-chest.js';
import { copyKey, copyDestroyed, copyLookup } from './copy-keys.js';
import { alreadyThere, eachOf, holdsOthers } from './already-there.js';

export interface End {
  readonly store: EventStore;
  readonly keys: KeyChest;
}

export interface Copied {
  /** Events that this run added. */
  readonly copied: number;
  /** The same for both ends. */
  readonly proof: HistoryProof;
}

/** Appends stay well below what EventStoreDB takes at once, which is 1 MiB. */
const most = { events: 200, characters: 200_000 };

/**
 * May be interrupted at any moment and run again. Errors: `already-exists` when the target holds anything else;
 * `damaged-history` when the source is not whole; `not-caught-up` when the source grew meanwhile.
 */
export async function copyHistory(
  from: End,
  to: End,
  wrappingKey: Buffer,
  onProgress: (events: number) => void = () => undefined,
): Promise<Copied> {
  await copyLookup(from.keys, to.keys, wrappingKey);
  const before = await alreadyThere(from.store, to.store);
  const people = new Set<string>();
  let copied = 0;
  const send = async (run: readonly StoredEvent[]) => {
    for (const event of run) {
      const subject = subjectOf(event);
      if (subject === undefined || people.has(subject)) continue;
      await copyKey(from.keys, to.keys, subject);
      people.add(subject);
    }
    await append(to.store, run);
    copied += run.length;
    onProgress(before.events + copied);
  };
  let run: StoredEvent[] = [];
  let size = 0;
  for await (const event of eachOf(from.store, before.position)) {
    const length = 2 * (event.data.length + event.metadata.length);
    const full = run.length >= most.events || size + length > most.characters;
    if (run.length > 0 && (full || run[0]?.stream !== event.stream)) {
      await send(run);
      [run, size] = [[], 0];
    }
    run.push(event);
    size += length;
  }
  if (run.length > 0) await send(run);
  await copyDestroyed(from.keys, to.keys);
  return { copied, proof: await sameOnBothSides(from.store, to.store) };
}

async function append(store: EventStore, run: readonly StoredEvent[]): Promise<void> {
  const [first] = run;
  if (!first) return;
  const events = run.map(({ id, type, schemaVersion, data, metadata }) => ({
    id,
    type,
    schemaVersion,
    data,
    metadata,
  }));
  try {
    await store.append(first.stream, first.revision === 0 ? 'no_stream' : first.revision - 1, events);
  } catch (error) {
    if (isOnwardError(error, 'changed-by-someone-else') || isOnwardError(error, 'event-id-reused')) throw holdsOthers();
    throw error;
  }
}

async function sameOnBothSides(from: EventStore, to: EventStore): Promise<HistoryProof> {
  const [source, target] = [await proveHistory(from), await proveHistory(to)];
  const [broken] = [...source.problems, ...target.problems];
  if (broken)
    throw new OnwardError('damaged-history', {
      detail: `${broken.stream}, revision ${broken.revision}: ${broken.problem}.`,
      help: 'The copy is as damaged as its source: restore the source from a backup that proves whole, and copy into a new target.',
      more: { stream: broken.stream, revision: broken.revision },
    });
  if (source.events > target.events)
    throw new OnwardError('not-caught-up', {
      detail: `The source has ${source.events} events and the target ${target.events}: somebody recorded something meanwhile.`,
      help: 'Stop every Onward on the source, then run the same command again: it goes on where it stopped.',
    });
  if (source.digest !== target.digest) throw holdsOthers();
  return target;
}
