// An event store whose pages come only when the keys that they need are here: opening a page cannot wait.
import { oneAhead } from '../one-ahead.js';
import type {
  EventStore,
  ExpectedRevision,
  NewEvent,
  ReadAllOptions,
  ReadOptions,
  StoredEvent,
  SubscribeOptions,
} from '../port.js';
import type { EventStoreDbSubjectKeys } from './subject-keys.js';

type Pages = AsyncIterable<readonly StoredEvent[]>;

export class KeysBeforePages implements EventStore {
  constructor(
    private readonly store: EventStore & Required<Pick<EventStore, 'listen'>>,
    private readonly keys: Pick<EventStoreDbSubjectKeys, 'fetchFor'>,
  ) {}

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) {
    return this.store.append(stream, expected, events);
  }

  read(stream: string, options?: ReadOptions): Pages {
    return this.withKeys(this.store.read(stream, options), options);
  }

  readAll(options?: ReadAllOptions): Pages {
    return oneAhead(this.withKeys(this.store.readAll(options), options));
  }

  subscribe(options: SubscribeOptions): Pages {
    return this.withKeys(this.store.subscribe(options));
  }

  listen(ring: () => void) {
    return this.store.listen(ring);
  }

  head() {
    return this.store.head();
  }

  close() {
    return this.store.close();
  }

  private async *withKeys(pages: Pages, { keys }: Pick<ReadOptions, 'keys'> = {}): Pages {
    for await (const page of pages) {
      if (keys !== 'not needed') await this.keys.fetchFor(page);
      yield page;
    }
  }
}
