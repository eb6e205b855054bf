// An event store whose pages come only when the keys that they need are here: opening a page cannot wait.
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
    return this.withKeys(this.store.read(stream, options));
  }

  readAll(options?: ReadAllOptions): Pages {
    return this.withKeys(this.store.readAll(options));
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

  private async *withKeys(pages: Pages): Pages {
    for await (const page of pages) {
      await this.keys.fetchFor(page);
      yield page;
    }
  }
}
