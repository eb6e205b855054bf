// One address at a time, made and revoked; an address opens by its secret alone.
import { civilDate } from '../../../kernel/calendar/index.js';
import { feedIdOf, hashFeedToken, newFeedToken, opens } from './feed-address.js';
import { calendarFeed, type CalendarFeed } from './feed-case.js';
import { calendarEvents } from './feed-events.js';

const on = civilDate('2026-06-01');
const make = { type: 'Make', on, actorId: 'asha', tokenHash: 'h2' } as const;
const open: CalendarFeed = { open: { actorId: 'asha', tokenHash: 'h1', madeAt: '' } };

const after = (state: CalendarFeed, ...facts: ReturnType<typeof calendarFeed.decide>): CalendarFeed =>
  facts.reduce(
    (now, fact) => calendarFeed.evolve(now, { ...fact, id: 'e', recordedAt: '2026-06-01T09:00:00Z' }),
    state,
  );

it('a new address takes the place of the one before', () =>
  expect(after(open, ...calendarFeed.decide(make, open)).open).toEqual({
    actorId: 'asha',
    tokenHash: 'h2',
    madeAt: '2026-06-01T09:00:00Z',
  }));

it('a revoked address is none; there is nothing to revoke twice', () => {
  const revoked = after(open, ...calendarFeed.decide({ type: 'Revoke', on }, open));
  expect(revoked).toEqual({});
  expect(() => calendarFeed.decide({ type: 'Revoke', on }, revoked)).toThrow('no address');
  expect(after({}, calendarEvents.revoked.fact(on, {}))).toEqual({});
});

it('opens by the secret whose hash is kept, and by nothing else', () => {
  const [one, other] = [newFeedToken(), newFeedToken()];
  expect(one).toMatch(/^[\w-]{43}$/);
  expect([opens(one, hashFeedToken(one)), opens(other, hashFeedToken(one)), opens('', hashFeedToken(one))]).toEqual([
    true,
    false,
    false,
  ]);
  expect([feedIdOf('asha') === feedIdOf('asha'), feedIdOf('asha') === feedIdOf('ben')]).toEqual([true, false]);
});
