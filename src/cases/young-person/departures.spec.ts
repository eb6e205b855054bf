// A death and a move: with their source, corrected and taken back with a reason; and forgetting.
import { correctionFacts } from '../../kernel/corrections.js';
import { stateOf } from '../../kernel/history.js';
import { given, past } from '../../kernel/given-when-then.js';
import { profileFolding } from './profile/evolve-profile.js';
import { youngPerson } from './young-person.js';
import { youngPersonEvents as events, type YoungPersonFact } from '../../engine/person/domain/events.js';
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
      type: 'FactCorrected',
      data: { correctsEventId: 'e2', changes: [{ field: 'occurredOn', from: '2026-05-01', to: '2026-05-04' }] },
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
    const changes = [{ field: 'occurredOn', from: '2026-05-01', to: '2026-05-04' }];
    const recorded = past([
      registered,
      died,
      correctionFacts.corrected.fact(d('2026-06-10'), { correctsEventId: 'e2', changes, reason }),
      correctionFacts.withdrawn.fact(d('2026-06-20'), { correctsEventId: 'e2', reason }),
    ]).map((event, index) => ({ ...event, recordedAt: `2026-06-${10 + 5 * index}T09:00:00.000Z` }));
    const { deathKnown } = stateOf(profileFolding, recorded);
    expect(deathKnown.map(({ from, on }) => [from, on])).toEqual([
      ['2026-06-15', '2026-05-01'],
      ['2026-06-20', '2026-05-04'],
      ['2026-06-25', undefined],
    ]);
  });
});

it('REC-11: a death that was stated again, as before there were corrections, takes the place of the first on every day', () => {
  const again = { ...died, occurredOn: d('2026-05-04') };
  const dates = (...facts: readonly YoungPersonFact[]) => given(youngPerson, facts).state.departures;
  const departure = { eventId: 'e3', what: 'death', on: '2026-05-04' };
  expect(dates(registered, died, again)).toEqual([departure]);
  const taken = correctionFacts.withdrawn.fact(d('2026-06-01'), { correctsEventId: 'e3', reason });
  expect(dates(registered, died, again, taken)).toEqual([]);
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

it('REC-24: the place somebody moved to is gone with the move that is taken back', () => {
  const moved = events.movedAway.fact(d('2026-01-01'), { source: 'school', to: 'Leeds' });
  const taken = correctionFacts.withdrawn.fact(d('2026-06-01'), { correctsEventId: 'e2', reason });
  expect(stateOf(profileFolding, past([registered, moved])).movedTo).toBe('Leeds');
  expect(stateOf(profileFolding, past([registered, moved, taken])).movedTo).toBeUndefined();
});
