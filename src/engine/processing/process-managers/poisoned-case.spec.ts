// A case that cannot be worked out stops no process manager: it is passed over, told of, and taken up with the event that mends it.
import { civilDate } from '../../../kernel/calendar/index.js';
import { aWorkshop, counter, type Counter } from '../kit-for-tests.js';
import { start } from '../read-models.js';
import { ManagerPlaces } from './places.js';
import type { ProcessManager } from './process-manager.js';
import { ProcessManagers } from './process-managers.js';

/** Wants one task for every total of a case that was ever reached; 13 cannot be worked out, and 99 not even folded. */
const wantingByTotal = (events: ReadonlyMap<string, string>) =>
  ({
    name: 'counting',
    pathway: 'counter',
    folding: {
      ...counter,
      evolve(state: Counter, event: Parameters<typeof counter.evolve>[1]) {
        if (event.data.by === 99) throw new TypeError('cannot be folded');
        return counter.evolve(state, event);
      },
    },
    wakes: new Set(['Counted']),
    wanted(caseId: string, { total, order }: Counter) {
      if (total === 13) throw new RangeError('cannot be worked out');
      const on = civilDate('2026-06-01');
      return order.map((_, at) => ({
        key: `count-${at}`,
        kind: 'counted',
        personId: 'someone',
        cause: { on, eventId: events.get(`${caseId} ${at}`) ?? '' },
      }));
    },
  }) as unknown as ProcessManager;

function given_aManager() {
  const workshop = aWorkshop();
  const events = new Map<string, string>();
  const told: string[] = [];
  const done: string[] = [];
  const places = new ManagerPlaces();
  places.begin('counting', start);
  const managers = new ProcessManagers({
    journal: workshop.journal,
    clock: workshop.clock,
    managers: [wantingByTotal(events)],
    places,
    retries: [],
    carryOut: ({ caseId, change }) => Promise.resolve(done.push(`${change.type} ${caseId} ${change.wanted.key}`)),
    newsForDays: () => 10,
    onPassedOver: (words) => told.push(words),
  });
  const count = async (id: string, by: number) => {
    const { revision, eventIds } = await workshop.count(id, by);
    events.set(`${id} ${revision}`, eventIds[0] ?? '');
  };
  return { ...workshop, count, managers, told, done };
}

it.each([13, 99])('%i: every other case is followed up, none is paused, and the case is named', async (by) => {
  const { count, managers, told, done, store } = given_aManager();
  await count('a', by);
  await count('b', 1);
  await managers.catchUp();
  expect(managers.places()[0]).toMatchObject({ pausedAt: null, position: await store.head() });
  expect(told).toEqual([expect.stringContaining('counter-a')]);
  expect(done).toEqual(['Open b count-0']);
});

it('the event that mends it brings what the looks that could not be taken would have brought', async () => {
  const { count, managers, done } = given_aManager();
  for (const by of [1, 12, -3]) await count('a', by);
  await managers.catchUp();
  expect(done).toEqual(['Open a count-0', 'Open a count-1', 'Open a count-2']);
});
