// What a view lets through: of a case, and of the person whom it is about.
import { EventCatalogue } from '../../store/catalogue.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import { defineEvent, field, type Fact, type PastEvent } from '../../kernel/events.js';
import { FixedClock } from '../../kernel/clock.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { aCommand } from './kit-for-tests.js';
import { personThen } from '../person/person-then.js';
import { replay } from './replay.js';
import { replayable } from './slice.js';

const day = civilDate;
const events = {
  born: defineEvent('Born', { birthDate: field.date() }, { personal: ['birthDate'] }),
  corrected: defineEvent('BirthCorrected', { birthDate: field.optional(field.date()) }, { personal: ['birthDate'] }),
  planned: defineEvent('Planned', { plannedFor: field.date() }),
  put: defineEvent('PlanPut', { plannedFor: field.date() }),
};

type Trip = readonly string[];

/** Every plan that stands, with the day for which it is. Putting another day was the older way of correcting the first plan. */
const trip = replayable(
  {
    category: 'trip',
    initial: [] as Trip,
    evolve: (plans: Trip, { occurredOn, data }: Fact): Trip => [
      ...plans,
      `${occurredOn} for ${(data as { plannedFor: string }).plannedFor}`,
    ],
    corrects: {
      PlanPut: ({ data }: PastEvent<string, { plannedFor: CivilDate }>, [first]: readonly PastEvent[]) =>
        first && { of: first.id, from: data.plannedFor },
    },
  },
  { noun: 'trip' },
);

function aJournal() {
  const clock = new FixedClock('2026-01-01T09:00:00.000Z');
  const journal = new Journal(new MemoryEventStore(), new MemorySubjectKeys(), new EventCatalogue([events]), clock);
  let commands = 0;
  const tell = async (stream: string, at: string, fact: Fact): Promise<string> => {
    clock.set(`${at}T09:00:00.000Z`);
    const context = { ...aCommand(`c${++commands}`), subject: 'p1' };
    return (await journal.append(stream, 'any', [fact], context)).eventIds[0]!;
  };
  return { journal, tell };
}

test('REC-24: the birth date comes with the registration or its latest correction, once that is known', async () => {
  const { journal, tell } = aJournal();
  const first = await tell(
    'youngPerson-p1',
    '2026-01-10',
    events.born.fact(day('2026-01-10'), { birthDate: day('2010-05-01') }),
  );
  const second = await tell(
    'youngPerson-p1',
    '2026-02-10',
    events.corrected.fact(day('2026-02-10'), { birthDate: day('2010-06-01') }),
  );
  await tell('youngPerson-p1', '2026-03-10', events.corrected.fact(day('2026-03-10'), {}));
  expect((await personThen(journal, 'p1')).birthDate).toEqual({ on: '2010-06-01', eventId: second });
  expect((await personThen(journal, 'p1', { knownOn: day('2026-02-09') })).birthDate).toEqual({
    on: '2010-05-01',
    eventId: first,
  });
  const then = await personThen(journal, 'p1', { asOf: day('2026-02-09') });
  expect(then.birthDate?.on).toBe('2010-06-01');
  expect(then.events.map(({ id }) => id)).toEqual([first]);
});

describe('REC-24: a plan of 10 January for 1 May', () => {
  const planned = (plannedFor: string, on = '2026-01-10') =>
    events.planned.fact(day(on), { plannedFor: day(plannedFor) });
  const corrected = (correctsEventId: string, field: string, from: string, to: string) =>
    correctionFacts.corrected.fact(day('2026-02-10'), {
      correctsEventId,
      changes: [{ field, from, to }],
      reason: 'misread',
    });

  async function given_aPlan(correction: (plan: string) => Fact) {
    const { journal, tell } = aJournal();
    const plan = await tell('trip-t1', '2026-01-10', planned('2026-05-01'));
    const since = await tell('trip-t1', '2026-02-10', correction(plan));
    const seen = async (asOf: string, knownOn?: string) => {
      const view = { asOf: day(asOf), ...(knownOn === undefined ? {} : { knownOn: day(knownOn) }) };
      const { state, events: told, last } = await replay(journal, trip, 't1', view);
      return { state, told: told.map(({ id }) => id), last: last && [last.event.id, last.on] };
    };
    return { plan, since, seen };
  }

  test('whose day is corrected that it only speaks of stays on its own day, and holds from that day on', async () => {
    const { plan, since, seen } = await given_aPlan((id) => corrected(id, 'plannedFor', '2026-05-01', '2026-06-01'));
    expect(await seen('2026-01-09')).toEqual({ state: [], told: [], last: undefined });
    expect(await seen('2026-01-10')).toMatchObject({ state: ['2026-01-10 for 2026-06-01'], told: [plan, since] });
    expect(await seen('2026-01-10', '2026-02-09')).toMatchObject({
      state: ['2026-01-10 for 2026-05-01'],
      told: [plan],
    });
  });

  test('that was made on another day was always made on that one, once that is known', async () => {
    const { plan, since, seen } = await given_aPlan((id) => corrected(id, 'occurredOn', '2026-01-10', '2026-01-05'));
    expect(await seen('2026-01-04')).toEqual({ state: [], told: [], last: undefined });
    const then = { state: ['2026-01-05 for 2026-05-01'], told: [plan, since], last: [plan, '2026-01-05'] };
    expect([await seen('2026-01-05'), await seen('2026-03-01')]).toEqual([then, then]);
    expect((await seen('2026-01-09', '2026-02-09')).state).toEqual([]);
  });

  test('that is withdrawn was never made on any day, once that is known', async () => {
    const { plan, since, seen } = await given_aPlan((correctsEventId) =>
      correctionFacts.withdrawn.fact(day('2026-02-10'), { correctsEventId, reason: 'another child' }),
    );
    for (const asOf of ['2026-01-09', '2026-01-10', '2026-02-09', '2026-03-01'])
      expect((await seen(asOf)).state).toEqual([]);
    expect((await seen('2026-01-10')).told).toEqual([plan, since]);
    for (const asOf of ['2026-01-10', '2026-03-01'])
      expect((await seen(asOf, '2026-02-09')).state).toEqual(['2026-01-10 for 2026-05-01']);
    expect((await seen('2026-01-10', '2026-02-10')).state).toEqual([]);
  });

  test('counts from the day that an older correction says, together with it', async () => {
    const { plan, since, seen } = await given_aPlan(() =>
      events.put.fact(day('2026-02-10'), { plannedFor: day('2026-01-05') }),
    );
    expect((await seen('2026-01-04')).told).toEqual([]);
    expect(await seen('2026-01-05')).toMatchObject({ told: [plan, since], last: [plan, '2026-01-05'] });
  });
});
