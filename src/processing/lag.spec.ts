import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { newEvent } from '../event-store/contract/samples.js';
import type { Position } from '../event-store/port.js';
import { lagOf, lagText } from './lag.js';

const at = (recordedAt: string) => newEvent({ metadata: JSON.stringify({ recordedAt }) });

describe('the lag of a projection', () => {
  it('is counted in events, and in seconds since the first that it does not show', async () => {
    const store = new MemoryEventStore();
    const { position } = await store.append('s-1', 'any', [at('2026-06-01T08:00:00.000Z')]);
    await store.append('s-1', 'any', [at('2026-06-01T09:00:00.000Z'), at('2026-06-01T09:00:20.000Z')]);
    const now = '2026-06-01T09:00:30.000Z';
    expect(await lagOf(store, position, now)).toEqual({ events: 2, counted: true, seconds: 30 });
    expect(lagText(await lagOf(store, '' as Position, now))).toBe('3 events and 3630 s behind');
  });

  it('is nothing at the head', async () => {
    const store = new MemoryEventStore();
    const { position } = await store.append('s-1', 'any', [at('2026-06-01T08:00:00.000Z')]);
    expect(await lagOf(store, position, '2026-06-01T09:00:30.000Z')).toMatchObject({ events: 0, seconds: 0 });
  });
});
