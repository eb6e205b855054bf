// Folds only what is new since it last looked: a tale comes back to the same few cases hundreds of times.
import { decode, type Envelope } from '../../store/codec.js';
import { Journal, type Loaded } from '../../store/journal.js';
import type { Position } from '../../store/port.js';
import { streamOf, type Folding } from '../../kernel/decider.js';
import type { Fact } from '../../kernel/events.js';
import { History } from '../../kernel/history.js';

interface Seen {
  readonly events: Envelope[];
  readonly history: History<unknown>;
  position: Position | undefined;
}

/** One for each tale: it holds the histories of all cases that it was asked for. Whoever else writes to them is seen at the next look. */
export class JournalOfATale extends Journal {
  private readonly seen = new Map<string, Seen>();

  override async load<S, F extends Fact>(type: Folding<S, F>, id: string, commandId?: string): Promise<Loaded<S, F>> {
    const stream = streamOf(type.category, id);
    const history = new History(type) as unknown as History<unknown>;
    const seen = this.seen.get(stream) ?? { events: [], history, position: undefined };
    this.seen.set(stream, seen);
    for await (const page of this.store.read(stream, { from: seen.events.length, hashes: 'not needed' })) {
      for (const stored of page) {
        const event = decode(this.catalogue, stored);
        seen.history.take(event);
        seen.position = stored.position;
        seen.events.push(event);
      }
    }
    const before = seen.events.filter((event) => event.commandId === commandId);
    const all = seen.history as unknown as History<S, F>;
    return { state: all.state, history: all, revision: seen.events.length - 1, position: seen.position, before };
  }
}
