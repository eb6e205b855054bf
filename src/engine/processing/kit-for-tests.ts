// For tests: a small made-up slice (a counter per case), stores in memory, read models in a temporary folder.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventCatalogue } from '../../store/catalogue.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import type { EventStore } from '../../store/port.js';
import { civilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { defineEvent, field, type PastEventOf } from '../../kernel/events.js';
import { FixedClock } from '../../kernel/clock.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { caseProjection } from './case-projection.js';
import type { Projection } from './projection.js';
import type { ProjectorParts } from './projector.js';
import { ReadModelFiles } from './read-models.js';
import { table } from './table.js';

export const counterEvents = {
  counted: defineEvent('Counted', { by: field.whole(), note: field.optional(field.text()) }, { personal: ['note'] }),
};
type Counted = PastEventOf<typeof counterEvents>;

export interface Counter {
  readonly total: number;
  readonly order: readonly number[];
}

export const counter = {
  category: 'counter',
  initial: { total: 0, order: [] } as Counter,
  evolve: (state: Counter, event: Counted): Counter => ({
    total: state.total + event.data.by,
    order: [...state.order, event.data.by],
  }),
};

export const counterTable = table('counter', { id: 'text', total: 'whole', order_seen: 'text' }, { key: ['id'] });

export const counterProjection = (version = 1): Projection =>
  caseProjection(counter, {
    name: 'counter',
    version,
    tables: { counter: counterTable },
    rows: (id, { total, order }) => ({ counter: [{ id, total, order_seen: order.join(' ') }] }),
  });

export const aCommand = (commandId: string): CommandContext => ({
  commandId,
  correlationId: commandId,
  actor: { id: 'test.person', role: 'system', organisation: 'test' },
});

/** A store with read models beside it; `count` appends one event to a case. */
export function aWorkshop(
  projections: readonly Projection[] = [counterProjection()],
  store: EventStore = new MemoryEventStore(),
) {
  const clock = new FixedClock('2026-06-01T09:00:00.000Z');
  const keys = new MemorySubjectKeys();
  const catalogue = new EventCatalogue([counterEvents]);
  const journal = new Journal(store, keys, catalogue, clock);
  const files = new ReadModelFiles(mkdtempSync(join(tmpdir(), 'onward-')));
  const parts: Omit<ProjectorParts, 'db'> = { store, keys, catalogue, clock, projections, retries: [1] };
  let commands = 0;
  const count = (id: string, by: number, note?: string) =>
    journal.append(`counter-${id}`, 'any', [counterEvents.counted.fact(civilDate('2026-06-01'), { by, note })], {
      ...aCommand(`c${++commands}`),
      subject: 'someone',
    });
  return { clock, keys, catalogue, journal, files, parts, count, store };
}
