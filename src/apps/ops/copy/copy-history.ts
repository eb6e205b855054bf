// Copies a history from one store into another: every event byte for byte, each after the key that opens it; many people at once (docs/adr/0065).
import { eachAtOnce } from '../../../store/at-once.js';
import { oneAhead } from '../../../store/one-ahead.js';
import type { EventStore, StoredEvent } from '../../../store/port.js';
import { Recent } from '../../../store/keys/recent.js';
import { proveHistory, subjectOf, type HistoryProof } from '../../../store/prove-history.js';
import { isOnwardError, OnwardError } from '../../../kernel/errors.js';
import type { KeyChest } from '../../../store/keys/key-chest.js';
import { copyKey, copyDestroyed, copyLookup } from './copy-keys.js';
import { alreadyThere, holdsOthers } from './already-there.js';

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

export interface CopyLimits {
  /** Events in hand, and how far one may come before another that was recorded earlier. */
  readonly inHand: number;
  /** People, and streams about nobody, that are copied at the same time. */
  readonly atOnce: number;
}

/** A server takes 80 calls of ours at once; more in hand would only be more memory. */
const usual: CopyLimits = { inHand: 4000, atOnce: 48 };
/** Appends stay well below what EventStoreDB takes at once, which is 1 MiB. */
const most = { events: 200, characters: 200_000 };
const peopleRemembered = 100_000;

/**
 * May be interrupted at any moment and run again. Errors: `already-exists` when the target holds anything else;
 * `damaged-history` when the source is not whole; `not-caught-up` when the source grew meanwhile.
 */
export async function copyHistory(
  from: End,
  to: End,
  wrappingKey: Buffer,
  onProgress: (events: number) => void = () => undefined,
  { inHand, atOnce }: CopyLimits = usual,
): Promise<Copied> {
  const { events, missing } = await alreadyThere(from.store, to.store, inHand);
  await copyLookup(from.keys, to.keys, wrappingKey);
  const withKeys = new Recent<string, true>(peopleRemembered);
  let copied = 0;
  const copyLane = async (lane: Lane) => {
    if (lane.subject !== undefined && !withKeys.get(lane.subject)) {
      await copyKey(from.keys, to.keys, lane.subject);
      withKeys.set(lane.subject, true);
    }
    for (const run of runsOf(lane.events)) {
      await append(to.store, run);
      copied += run.length;
      onProgress(events + copied);
    }
  };
  for await (const some of oneAhead(portions(missing, inHand))) await eachAtOnce(lanesOf(some), atOnce, copyLane);
  await copyDestroyed(from.keys, to.keys);
  return { copied, proof: await sameOnBothSides(from.store, to.store) };
}

/** What keeps its order: everything about one person, in whatever streams, and every stream about nobody. */
interface Lane {
  readonly subject: string | undefined;
  readonly events: StoredEvent[];
}

function lanesOf(events: readonly StoredEvent[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const event of events) {
    const subject = subjectOf(event);
    const name = subject ?? event.stream;
    const lane = lanes.get(name) ?? { subject, events: [] };
    lanes.set(name, lane);
    lane.events.push(event);
  }
  return [...lanes.values()];
}

/** Neighbours of one stream go in one append. */
function runsOf(events: readonly StoredEvent[]): StoredEvent[][] {
  const runs: StoredEvent[][] = [];
  let size = 0;
  for (const event of events) {
    const length = 2 * (event.data.length + event.metadata.length);
    const run = runs.at(-1);
    const fits = run !== undefined && run.length < most.events && size + length <= most.characters;
    if (fits && run[0]?.stream === event.stream) run.push(event);
    else [size] = [0, runs.push([event])];
    size += length;
  }
  return runs;
}

async function* portions(events: AsyncIterable<StoredEvent>, size: number): AsyncGenerator<StoredEvent[]> {
  let portion: StoredEvent[] = [];
  for await (const event of events) {
    portion.push(event);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
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
  const [source, target] = await Promise.all([proveHistory(from), proveHistory(to)]);
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
  if (source.ends !== target.ends) throw holdsOthers();
  return target;
}
