// What a view lets through: of a case, and of the person whom it is about.
import { EventCatalogue } from '../../store/catalogue.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { civilDate } from '../../kernel/calendar/index.js';
import { defineEvent, field, type Fact } from '../../kernel/events.js';
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
  dateCorrected: defineEvent('DateCorrected', {
    correctsEventId: field.id(),
    field: field.text(40),
    from: field.date(),
    to: field.date(),
  }),
  withdrawn: defineEvent('PlanWithdrawn', {
    correctsEventId: field.optional(field.id()),
    eventId: field.optional(field.id()),
  }),
};

const trip = replayable(
  { category: 'trip', initial: [] as readonly string[], evolve: (seen, { id }: { id: string }) => [...seen, id] },
  { noun: 'trip' },
);

/** Counts the plans that stand. */
const withdrawing = replayable(
  {
    category: 'trip',
    initial: 0,
    evolve: (plans, { type }: { type: string }) => plans + (type === 'Planned' ? 1 : -1),
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

test('REC-24: a corrected day that a fact only speaks of leaves the fact on its own day, and holds from that day on', async () => {
  const { journal, tell } = aJournal();
  const plan = await tell(
    'trip-t1',
    '2026-01-10',
    events.planned.fact(day('2026-01-10'), { plannedFor: day('2026-05-01') }),
  );
  const correction = { correctsEventId: plan, from: day('2026-05-01'), to: day('2026-06-01'), field: 'plannedFor' };
  const corrected = await tell('trip-t1', '2026-02-10', events.dateCorrected.fact(day('2026-02-10'), correction));
  const seen = async (asOf: string, knownOn?: string) =>
    (
      await replay(journal, trip, 't1', {
        asOf: day(asOf),
        ...(knownOn === undefined ? {} : { knownOn: day(knownOn) }),
      })
    ).events.map(({ id }) => id);
  expect(await seen('2026-01-09')).toEqual([]);
  expect(await seen('2026-01-10')).toEqual([plan, corrected]);
  expect(await seen('2026-01-10', '2026-02-09')).toEqual([plan]);
});

describe('REC-24: a fact that was withdrawn', () => {
  const told = async (name: 'correctsEventId' | 'eventId') => {
    const { journal, tell } = aJournal();
    const plan = await tell(
      'trip-t1',
      '2026-01-10',
      events.planned.fact(day('2026-01-10'), { plannedFor: day('2026-05-01') }),
    );
    await tell('trip-t1', '2026-02-10', events.withdrawn.fact(day('2026-02-10'), { [name]: plan }));
    return async (asOf: string, knownOn?: string) =>
      (
        await replay(journal, withdrawing, 't1', {
          asOf: day(asOf),
          ...(knownOn === undefined ? {} : { knownOn: day(knownOn) }),
        })
      ).state;
  };

  test.each(['correctsEventId', 'eventId'] as const)(
    'was never true on any day, once that is known (%s)',
    async (name) => {
      const state = await told(name);
      expect([await state('2026-01-09'), await state('2026-01-10'), await state('2026-02-09')]).toEqual([0, 0, 0]);
    },
  );

  test('still stands as it was known before the withdrawal', async () => {
    const state = await told('correctsEventId');
    expect([await state('2026-01-10', '2026-02-09'), await state('2026-03-01', '2026-02-09')]).toEqual([1, 1]);
    expect(await state('2026-01-10', '2026-02-10')).toBe(0);
  });
});

test('REC-24: what a case type says of an older correction counts as if its own words named the fact', async () => {
  const { journal, tell } = aJournal();
  const plan = await tell(
    'trip-t1',
    '2026-01-10',
    events.planned.fact(day('2026-01-10'), { plannedFor: day('2026-05-01') }),
  );
  const later = await tell(
    'trip-t1',
    '2026-02-10',
    events.planned.fact(day('2026-02-10'), { plannedFor: day('2026-05-01') }),
  );
  const type = { ...trip, corrections: () => new Map([[later, { of: plan, to: day('2026-01-05') }]]) };
  const { events: seen, last } = await replay(journal, type, 't1', { asOf: day('2026-01-05') });
  expect(seen.map(({ id }) => id)).toEqual([plan, later]);
  expect(last).toMatchObject({ on: '2026-01-05', event: { id: plan } });
});
