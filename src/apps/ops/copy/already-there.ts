// How much of a history a target holds already; anything else in it is refused.
import type { EventStore, Position, StoredEvent } from '../../../store/port.js';
import { OnwardError } from '../../../kernel/errors.js';

export async function* eachOf(store: EventStore, after?: Position): AsyncGenerator<StoredEvent, undefined> {
  for await (const page of store.readAll({ after })) yield* page;
  return undefined;
}

export const holdsOthers = (): OnwardError =>
  new OnwardError('already-exists', {
    detail: 'The target holds other events than the source, so nothing more is copied into it.',
    help: 'Copy into an empty store: a new ONWARD_DATA folder, or a new EventStoreDB. No Onward may run on the target meanwhile.',
  });

/** The target must hold the beginning of the source, event by event. Error: `already-exists`. */
export async function alreadyThere(
  from: EventStore,
  to: EventStore,
): Promise<{ readonly events: number; readonly position: Position | undefined }> {
  const source = eachOf(from);
  let events = 0;
  let position: Position | undefined;
  for await (const there of eachOf(to)) {
    const { value } = await source.next();
    // The hash covers every byte of the event and of all before it in its stream.
    if (value?.stream !== there.stream || value.revision !== there.revision || value.hash !== there.hash)
      throw holdsOthers();
    ({ position } = value);
    events++;
  }
  await source.return(undefined);
  return { events, position };
}
