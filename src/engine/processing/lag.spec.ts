import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { newEvent } from '../../store/contract/samples.js';
import type { Position } from '../../store/port.js';
import { lagOf, lagsOf, lagText } from './lag.js';

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

describe('the lags that a probe asks for', () => {
  const now = '2026-06-01T09:00:30.000Z';
  async function moreThanAThousand() {
    const store = new MemoryEventStore();
    const { position } = await store.append('s-1', 'any', [at('2026-06-01T08:00:00.000Z')]);
    for (let nth = 0; nth < 10; nth++)
      await store.append(
        's-1',
        'any',
        Array.from({ length: 150 }, () => at('2026-06-01T09:00:00.000Z')),
      );
    return { store, position, head: await store.head() };
  }

  it('rest on what the store says of its positions, and then one event is read', async () => {
    const { store, position, head } = await moreThanAThousand();
    const told = { readAll: store.readAll.bind(store), countBetween: () => 4711 };
    expect((await lagsOf(told, head, [position], now)).get(position)).toEqual({
      events: 4711,
      counted: true,
      seconds: 30,
    });
  });

  it('are counted up to a number where the store does not say, whatever its positions look like', async () => {
    const { store, position, head } = await moreThanAThousand();
    const lags = await lagsOf({ readAll: store.readAll.bind(store) }, head, [position], now);
    expect(lags.get(position)).toEqual({ events: 1000, counted: false, seconds: 30 });
  });
});
