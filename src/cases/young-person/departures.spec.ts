// A death and a move: with their source, corrected and taken back with a reason; and forgetting.
import { fold } from '../../kernel/decider.js';
import { given, past } from '../../kernel/given-when-then.js';
import { profileFolding } from './profile/evolve-profile.js';
import { youngPerson } from './young-person.js';
import { youngPersonEvents as events } from '../../engine/person/domain/events.js';
import { d, registered } from './facts-for-tests.js';

const died = events.died.fact(d('2026-05-01'), { source: 'hospital' });
const dead = given(youngPerson, [registered, died]);
const reason = 'a namesake';

describe('a death', () => {
  it('is recorded with who told of it, or that nobody wrote it down', () => {
    const told = given(youngPerson, [registered]).when({
      type: 'RecordDeath',
      on: d('2026-05-01'),
      correctedOn: d('2026-06-10'),
      source: 'registrar',
    });
    expect(told.facts[0]?.data).toEqual({ source: 'registrar' });
    const untold = given(youngPerson, [registered]).when({
      type: 'RecordDeath',
      on: d('2026-05-01'),
      correctedOn: d('2026-06-10'),
    });
    expect(untold.facts[0]?.data).toEqual({ source: 'not-recorded' });
  });

  it('REC-11: is corrected by a fact of its own that names it, also to a later day', () => {
    const { facts, state } = dead.when({
      type: 'CorrectDeparture',
      on: d('2026-06-01'),
      departure: 'death',
      to: d('2026-05-04'),
      reason: 'certificate',
    });
    expect(facts[0]).toMatchObject({
      type: 'YoungPersonDepartureDateCorrected',
      data: { correctsEventId: 'e2', from: '2026-05-01', to: '2026-05-04' },
    });
    expect(state.diedOn).toBe('2026-05-04');
  });

  it('REC-11: that was somebody else’s is taken back', () => {
    const command = { type: 'WithdrawDeparture', on: d('2026-06-01'), departure: 'death', reason } as const;
    expect(dead.when(command).state.diedOn).toBeUndefined();
    expect(dead.when({ ...command, reason: ' ' }).refusal?.parts.rule).toBe('REC-11');
    expect(dead.when({ ...command, departure: 'move-away' }).refusal?.type).toBe('not-found');
  });

  it('REC-24: is known from the end of the day on which it was recorded, corrected or taken back', () => {
    const correction = { correctsEventId: 'e2', from: d('2026-05-01'), to: d('2026-05-04'), reason };
    const recorded = past([
      registered,
      died,
      events.departureDateCorrected.fact(d('2026-06-10'), correction),
      events.departureWithdrawn.fact(d('2026-06-20'), { correctsEventId: 'e2', reason }),
    ]).map((event, index) => ({ ...event, recordedAt: `2026-06-${10 + 5 * index}T09:00:00.000Z` }));
    const { deathKnown } = fold(profileFolding.evolve, profileFolding.initial, recorded);
    expect(deathKnown.map(({ from, on }) => [from, on])).toEqual([
      ['2026-06-15', '2026-05-01'],
      ['2026-06-20', '2026-05-04'],
      ['2026-06-25', undefined],
    ]);
  });
});

it('a second move away is a fact of its own, and the first stands again when the second is taken back', () => {
  const moves = ['2025-01-01', '2026-01-01'].map((on) => events.movedAway.fact(d(on), { source: 'school' }));
  const { state } = given(youngPerson, [registered, ...moves]).when({
    type: 'WithdrawDeparture',
    on: d('2026-06-01'),
    departure: 'move-away',
    reason,
  });
  expect(state.movedOn).toBe('2025-01-01');
});
