// The demo area is the same for the same day, and can be made on any.
import { Soundness } from '../../store/sqlite-files/soundness.js';
import { catalogue } from '../cases.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { FixedClock } from '../../kernel/clock.js';
import { Log } from '../../engine/observing/log.js';
import type { Stores } from '../ops/open-stores.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { fillDemoArea } from './fill-demo-area.js';

const log = new Log('silent');

describe('the demo area', () => {
  const typesOn = async (today: CivilDate): Promise<Record<string, number>> => {
    const parts = { store: new MemoryEventStore(), keys: new MemorySubjectKeys(), catalogue };
    const journal = new Journal(parts.store, parts.keys, catalogue, new FixedClock(`${today}T12:00:00.000Z`));
    const stores: Stores = { ...parts, journal, keySource: 'development', soundness: new Soundness() };
    await fillDemoArea(stores, today, log);
    const types: Record<string, number> = {};
    for await (const page of journal.readAll({ closed: true }))
      for (const { type } of page) types[type] = (types[type] ?? 0) + 1;
    return types;
  };

  it('is the same whenever it is made for the same day', async () => {
    const today = civilDate('2026-11-22');
    expect(await typesOn(today)).toEqual(await typesOn(today));
  }, 20_000);

  it.each(['2027-08-31', '2027-09-01'])(
    'can be made on %s: no decider refuses any of it',
    async (day) => {
      const types = await typesOn(civilDate(day));
      expect(Object.keys(types).length).toBeGreaterThan(60);
    },
    20_000,
  );
});
