// WAIT-21: which referrals are one spell.
import fc from 'fast-check';
import { addDays } from '../../../kernel/calendar/index.js';
import { day } from '../waits-for-tests.js';
import { spellsOf, type SpellReferral } from './spells.js';

const referral = (
  id: string,
  received: string,
  closed?: string,
  parts: Partial<SpellReferral> = {},
): SpellReferral => ({
  id,
  provider: 'estuary-camhs',
  receivedOn: day(received),
  closedOn: closed === undefined ? undefined : day(closed),
  ...parts,
});
const ids = (referrals: SpellReferral[]) => spellsOf(referrals, 5).map((spell) => spell.referrals);

test('WAIT-21: a referral that comes while another is open, or within five days of its end, is the same spell', () => {
  const first = referral('a', '2026-01-05', '2026-03-02');
  expect(ids([first, referral('b', '2026-02-01', '2026-02-10')])).toEqual([['a', 'b']]);
  expect(ids([first, referral('b', '2026-03-07')])).toEqual([['a', 'b']]);
  expect(ids([first, referral('b', '2026-03-08')])).toEqual([['a'], ['b']]);
});

test('WAIT-21: another provider has a spell of its own', () => {
  const other = referral('b', '2026-01-06', undefined, { provider: 'thames-camhs' });
  expect(ids([referral('a', '2026-01-05'), other])).toEqual([['a'], ['b']]);
});

test('WAIT-21: a spell closes with the last of its referrals and is open while one of them is', () => {
  const long = referral('a', '2026-01-05', '2026-06-01', { helpedOn: day('2026-05-01') });
  const short = referral('b', '2026-02-01', '2026-03-01', { helpedOn: day('2026-02-20') });
  expect(spellsOf([short, long], 5)).toEqual([
    {
      provider: 'estuary-camhs',
      startedOn: '2026-01-05',
      closedOn: '2026-06-01',
      helpedOn: '2026-02-20',
      referrals: ['a', 'b'],
    },
  ]);
  expect(spellsOf([long, referral('c', '2026-05-01')], 5)[0]?.closedOn).toBeUndefined();
});

test('WAIT-21: whatever the order of the rows, every referral is in one spell, and spells of a provider lie more than five days apart', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }), fc.boolean()), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(rows, fc.integer(), (given, turn) => {
      const referrals = given.map(([start, length, second], index) => {
        const receivedOn = addDays(day('2025-01-01'), start);
        const provider = second ? 'b' : 'a';
        return { id: `r${index}`, provider, receivedOn, closedOn: addDays(receivedOn, length) };
      });
      const at = referrals.length === 0 ? 0 : Math.abs(turn) % referrals.length;
      const spells = spellsOf(referrals, 5);
      expect(spellsOf([...referrals.slice(at), ...referrals.slice(0, at)], 5)).toEqual(spells);
      expect(spells.flatMap((spell) => spell.referrals).sort()).toEqual(referrals.map(({ id }) => id).sort());
      for (const provider of ['a', 'b']) {
        const own = spells.filter((spell) => spell.provider === provider);
        own.slice(1).forEach((spell, index) => {
          const before = own[index]?.closedOn;
          expect(before !== undefined && addDays(before, 5) < spell.startedOn).toBe(true);
        });
      }
    }),
  );
});
