// Whichever instance dies, and at whatever moment: the tasks are those of one run without a stop.
import { correctionFacts } from '../../kernel/corrections.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { eventIdOf } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { SqliteEventStore } from '../../store/sqlite/sqlite-event-store.js';
import type { EventStore } from '../../store/port.js';
import { addDays, civilDate } from '../../kernel/calendar/index.js';
import { OnwardError } from '../../kernel/errors.js';
import type { Fact } from '../../kernel/events.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { ManagerPlaces } from '../processing/process-managers/places.js';
import type { Order } from '../processing/process-managers/react.js';
import { Statements, type Value } from '../processing/statements.js';
import { transitionEvents as events } from '../../cases/camhs-transition/domain/events.js';
import { opened } from '../../cases/camhs-transition/domain/transitions-for-tests.js';
import { aDesk } from './kit-for-tests.js';
import { keepingOf } from './order-to-command.js';

jest.setTimeout(60_000);

type Deed = readonly [what: number, caseNumber: number, appointment: number, back: number];
const deeds = fc.array(fc.tuple(fc.nat(6), fc.nat(1), fc.nat(1), fc.nat(4)), { minLength: 1, maxLength: 14 });

/** A history of two cases in which appointments are missed, attended, contacted after, withdrawn and corrected. */
async function tell(desk: ReturnType<typeof aDesk>, told: readonly Deed[]): Promise<void> {
  const start = civilDate('2026-06-01');
  const ids: string[][] = [[], []];
  for (const [index, late] of [true, false].entries())
    ids[index]!.push(...(await desk.record(`transition-t${index}`, opened('a', { referredOn: '2026-06-01', late }))));
  for (const [turn, [what, caseNumber, appointment, back]] of told.entries()) {
    const on = addDays(start, turn);
    const of = { appointmentId: `a${appointment}` };
    const mine = ids[caseNumber]!;
    const correctsEventId = mine[Math.max(0, mine.length - 1 - back)]!;
    const reason = 'made up';
    const facts: readonly Fact[] = [
      events.appointmentBooked.fact(on, { ...of, bookedFor: on }),
      events.appointmentMissed.fact(on, of),
      events.appointmentMissed.fact(on, of),
      events.contactedAfterMiss.fact(on, { ...of, method: 'call', reached: true }),
      events.appointmentAttended.fact(on, of),
      correctionFacts.withdrawn.fact(on, { correctsEventId, reason }),
      correctionFacts.corrected.fact(on, {
        correctsEventId,
        changes: [{ field: 'occurredOn', from: on, to: addDays(on, -1) }],
        reason,
      }),
    ];
    mine.push(...(await desk.record(`transition-t${caseNumber}`, facts[what]!)));
  }
}

/** Dies at the nth thing it does; a death looks like a store that cannot be reached, which no manager takes for its own failure. */
class Mortal {
  private done = 0;
  constructor(private readonly diesAt: number) {}

  step(): void {
    if (this.done++ === this.diesAt) throw new OnwardError('store-unavailable', { detail: 'killed' });
  }
}

class MortalStatements extends Statements {
  mortal = new Mortal(-1);
  override run(sql: string, ...values: readonly Value[]): void {
    if (sql.startsWith('UPDATE')) this.mortal.step();
    super.run(sql, ...values);
    if (sql.startsWith('UPDATE')) this.mortal.step();
  }
}

async function undisturbed(told: readonly Deed[]): Promise<object[]> {
  const desk = aDesk();
  const managers = desk.managing();
  await managers.introduce();
  await tell(desk, told);
  await managers.catchUp();
  return desk.taskEvents();
}

describe('a restart in the middle', () => {
  test('repeats nothing and loses nothing: killed before or after any append and any place, the places lost or kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        deeds,
        fc.array(fc.tuple(fc.nat(24), fc.boolean()), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (told, lives, pageSize) => {
          const desk = aDesk();
          await desk.managing().introduce();
          await tell(desk, told);
          let places = new ManagerPlaces();
          for (const [diesAt, losesPlaces] of [...lives, [Infinity, false] as const]) {
            if (losesPlaces) places = new ManagerPlaces();
            const mortal = new Mortal(diesAt);
            const db = new MortalStatements(places.db.database);
            db.mortal = mortal;
            const carryOut = async (order: Order) => {
              mortal.step();
              await desk.send(keepingOf(order, desk.clock.today()));
              mortal.step();
            };
            const dying = Object.assign(Object.create(places) as ManagerPlaces, { db });
            const managers = desk.managing({ places: dying, carryOut, pageSize });
            await managers.introduce();
            await managers.catchUp().catch((error: unknown) => {
              if (diesAt === Infinity) throw error;
            });
          }
          expect(await desk.taskEvents()).toEqual(await undisturbed(told));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('TRN-27: the case where it matters, killed at each step in turn', async () => {
    const told: Deed[] = [
      [0, 1, 0, 0],
      [1, 1, 0, 0],
      [3, 1, 0, 0],
      [5, 1, 0, 1],
    ];
    const expected = await undisturbed(told);
    expect(expected.length).toBeGreaterThan(3);
    for (let diesAt = 0; diesAt < 30; diesAt++) {
      const desk = aDesk();
      const places = new ManagerPlaces();
      await desk.managing({ places }).introduce();
      await tell(desk, told);
      const mortal = new Mortal(diesAt);
      const carryOut = async (order: Order) => {
        mortal.step();
        await desk.send(keepingOf(order, desk.clock.today()));
        mortal.step();
      };
      await desk
        .managing({ places, carryOut })
        .catchUp()
        .catch(() => undefined);
      await desk.managing({ places }).catchUp();
      expect(await desk.taskEvents()).toEqual(expected);
    }
  });
});

describe('two instances at once', () => {
  const told: Deed[] = Array.from({ length: 12 }, (_, turn): Deed => [
    (turn * 5) % 7,
    turn % 2,
    turn % 3 === 0 ? 1 : 0,
    1,
  ]);

  async function together(open: () => EventStore): Promise<void> {
    const keys = new MemorySubjectKeys();
    const [one, two] = [aDesk(open(), keys), aDesk(open(), keys)];
    await Promise.all([one.managing().introduce(), two.managing().introduce()]);
    await tell(one, told);
    const managers = [one, two].map((desk, index) => desk.managing({ pageSize: 3 + index }));
    for (const each of managers) await each.introduce();
    await Promise.all(managers.map((each) => each.catchUp()));
    const bare = (all: object[]) =>
      (all as { id: string; type: string; data: string }[]).map(({ id, type, data }) => ({ id, type, data }));
    expect(bare(await two.taskEvents())).toEqual(bare(await undisturbed(told)));
    await Promise.all([one.store.close(), two.store.close()]);
  }

  test('on one store in memory: one set of tasks', async () => {
    const store = new MemoryEventStore();
    await together(() => store);
  });

  test('on one SQLite file, each through a connection of its own: one set of tasks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onward-two-'));
    await together(() => new SqliteEventStore(join(folder, 'events.sqlite')));
    rmSync(folder, { recursive: true });
  });
});

describe('an introduction', () => {
  test('is recorded once for all instances; what was there before is left alone, for ever', async () => {
    const desk = aDesk();
    await tell(desk, [[1, 0, 0, 0]]);
    const missedBefore = [
      events.appointmentBooked.fact(civilDate('2026-06-05'), {
        appointmentId: 'x',
        bookedFor: civilDate('2026-06-08'),
      }),
      events.appointmentMissed.fact(civilDate('2026-06-08'), { appointmentId: 'x' }),
    ];
    await desk.record('transition-t1', ...missedBefore);
    const places = new ManagerPlaces();
    const managers = desk.managing({ places });
    await managers.introduce();
    await managers.catchUp();
    // A new instance, whose places are empty: it asks the store where to begin.
    const other = desk.managing();
    await other.introduce();
    await other.catchUp();
    expect(await desk.tasks()).toEqual([]);
    const first = await desk.journal.event('processManager-missed-first-appointment', 0);
    expect([first.type, first.id]).toEqual([
      'ProcessManagerIntroduced',
      eventIdOf(first.commandId, 'processManager-missed-first-appointment', 0),
    ]);
  });
});
