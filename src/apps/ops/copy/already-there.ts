// How much of a history a target holds already; anything else in it is refused.
import type { EventStore, StoredEvent } from '../../../store/port.js';
import { OnwardError } from '../../../kernel/errors.js';

export async function* eachOf(store: EventStore): AsyncGenerator<StoredEvent, undefined> {
  for await (const page of store.readAll({ pageSize: 2000, keys: 'not needed' })) yield* page;
  return undefined;
}

export const holdsOthers = (): OnwardError =>
  new OnwardError('already-exists', {
    detail: 'The target holds other events than the source, so nothing more is copied into it.',
    help: 'Copy into an empty store: a new ONWARD_DATA folder, or a new EventStoreDB. No Onward may run on the target meanwhile.',
  });

export interface Remaining {
  /** Events that the target holds. */
  readonly events: number;
  /** What it lacks of the source, in the source's order. */
  readonly missing: AsyncGenerator<StoredEvent>;
}

/**
 * The target must hold the beginning of the source, event by event, each at most `ahead` events before the first that it lacks: a copy that was
 * interrupted leaves such a gap. Error: `already-exists`.
 */
export async function alreadyThere(from: EventStore, to: EventStore, ahead: number): Promise<Remaining> {
  const source = eachOf(from);
  const lacking = new Map<string, StoredEvent>();
  const early = new Map<string, string>();
  /** Answers false when the source has no more. */
  const next = async (): Promise<boolean> => {
    const { value } = await source.next();
    if (!value) return false;
    const place = placeOf(value);
    const hash = early.get(place);
    if (hash === undefined) lacking.set(place, value);
    // The hash covers every byte of the event and of all before it in its stream.
    else if (hash !== value.hash) throw holdsOthers();
    early.delete(place);
    if (lacking.size > ahead) throw holdsOthers();
    return true;
  };
  let events = 0;
  for await (const there of eachOf(to)) {
    events++;
    const place = placeOf(there);
    const due = lacking.get(place);
    if (due !== undefined && due.hash !== there.hash) throw holdsOthers();
    if (due === undefined) early.set(place, there.hash);
    lacking.delete(place);
    if (early.size > ahead || !(await next())) throw holdsOthers();
  }
  while (early.size > 0) if (!(await next())) throw holdsOthers();
  return { events, missing: both(lacking.values(), source) };
}

const placeOf = ({ stream, revision }: StoredEvent): string => `${stream} ${revision}`;

async function* both(first: Iterable<StoredEvent>, rest: AsyncIterable<StoredEvent>): AsyncGenerator<StoredEvent> {
  yield* first;
  yield* rest;
}
