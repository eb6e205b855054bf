// REC-23: what holds of any two records, whatever they are: neither order nor more agreement makes them less the same.
import fc from 'fast-check';
import { compare, type Known, type KnownNumber } from './compare.js';
import { decide } from './decide.js';
import { matchingModel as model } from './model.js';

const nhs = (id: string): KnownNumber => ({ kind: 'nhs-number', id });
const upn = (id: string): KnownNumber => ({ kind: 'upn', id });
const local = (id: string, issuer = 'estuary-camhs'): KnownNumber => ({ kind: 'local', id, issuer });

describe('what holds of any two records', () => {
  const names = fc.constantFrom(
    'Amelia',
    'Amelie',
    'Amelia Grace',
    'Zoë',
    'Zoe',
    'Okonjo',
    'van den Berg',
    'Berg',
    '-',
    'J',
  );
  const days = fc.constantFrom('2010-03-08', '2010-08-03', '2010-03-09', '2011-03-08', '2003-11-21');
  const number = fc.constantFrom(nhs('1'), nhs('2'), upn('1'), upn('2'), local('1'), local('2'), local('2', 'epch'));
  const anybody: fc.Arbitrary<Known> = fc.record({
    names: fc.array(fc.record({ givenName: names, familyName: names }), { minLength: 1, maxLength: 2 }),
    birthDate: fc.option(days, { nil: undefined }),
    sex: fc.constantFrom('F', 'M', undefined),
    postcode: fc.constantFrom('SS1 1AA', 'SS1 1AB', 'CO4 3SQ', undefined),
    numbers: fc.array(number, { maxLength: 3 }),
  });

  it('either way round they weigh the same', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        expect(compare(one, other, model).weight).toBeCloseTo(compare(other, one, model).weight, 9);
      }),
    );
  });

  it('the order of the candidates changes nothing', () => {
    fc.assert(
      fc.property(anybody, fc.array(anybody, { maxLength: 4 }), (one, others) => {
        const candidates = others.map((other, at) => ({ id: `p${at}`, known: other }));
        const decision = decide(one, candidates, model);
        expect(decide(one, [...candidates].reverse(), model)).toEqual(decision);
      }),
    );
  });

  const order = ['not-the-same', 'a-person-must-say', 'the-same'];
  const rank = (one: Known, other: Known) => order.indexOf(decide(one, [{ id: 'p', known: other }], model).outcome);
  const more: [string, (one: Known, other: Known) => Known][] = [
    ['names', (one, other) => ({ ...one, names: [...one.names, ...other.names] })],
    ['birth date', (one, other) => ({ ...one, birthDate: other.birthDate ?? one.birthDate })],
    ['sex', (one, other) => ({ ...one, sex: other.sex ?? one.sex })],
    ['postcode', (one, other) => ({ ...one, postcode: other.postcode ?? one.postcode })],
    // Whose number it is, is one question more: which of the two is wrong where all else contradicts it.
    ['numbers', (one, other) => ({ ...one, numbers: [...one.numbers, ...other.numbers] })],
  ];

  it.each(more)('more agreement of %s never makes them less the same', (_, agreeing) => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        const both = agreeing(one, other);
        expect(rank(both, other)).toBeGreaterThanOrEqual(rank(one, other));
        expect(compare(both, other, model).weight).toBeGreaterThanOrEqual(compare(one, other, model).weight - 1e-9);
      }),
      { numRuns: 400 },
    );
  });
});
