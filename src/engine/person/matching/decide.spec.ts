// REC-23: who is the same, who is not, and what a person must say.
import fc from 'fast-check';
import { billWords } from './bill-words.js';
import { compare, type Known, type KnownNumber } from './compare.js';
import { decide } from './decide.js';
import { matchingModel as model } from './model.js';

const nhs = (id: string, more: Partial<KnownNumber> = {}): KnownNumber => ({ kind: 'nhs-number', id, ...more });
const upn = (id: string): KnownNumber => ({ kind: 'upn', id });
const local = (id: string, issuer = 'estuary-camhs'): KnownNumber => ({ kind: 'local', id, issuer });

interface Told {
  readonly given?: string;
  readonly family?: string;
  readonly born?: string;
  readonly sex?: string;
  readonly postcode?: string;
  readonly numbers?: readonly KnownNumber[];
  readonly former?: readonly [given: string, family: string];
}
const known = (told: Told): Known => {
  const { given, family, born = '2010-03-08', sex, postcode, numbers = [], former } = told;
  const names = [{ givenName: 'given' in told ? given : 'Amelia', familyName: 'family' in told ? family : 'Okonjo' }];
  if (former) names.push({ givenName: former[0], familyName: former[1] });
  return { names, birthDate: born, sex, postcode, numbers };
};
const asked = (one: Told, ...others: readonly Told[]) => {
  const candidates = others.map((other, at) => ({ id: `p${at + 1}`, known: known(other) }));
  return decide(known(one), candidates, model);
};

describe('REC-23: a number in common', () => {
  const [one, two] = [nhs('1'), nhs('2')];

  it.each<[string, Told, Told, string]>([
    ['with names and birth date', { numbers: [one] }, { numbers: [one] }, 'the-same'],
    ['with a birth date that is mistyped', { numbers: [one], born: '2010-03-18' }, { numbers: [one] }, 'the-same'],
    [
      'with another birth date and the same names',
      { numbers: [one], born: '2001-12-24' },
      { numbers: [one] },
      'the-same',
    ],
    ['with a new family name', { numbers: [one], family: 'Ashworth' }, { numbers: [one] }, 'the-same'],
    ['with swapped names', { numbers: [one], given: 'Okonjo', family: 'Amelia' }, { numbers: [one] }, 'the-same'],
    ['with a given name nearly the same', { numbers: [one], given: 'Amelie' }, { numbers: [one] }, 'the-same'],
    ['beside another UPN', { numbers: [one, upn('1')] }, { numbers: [one, upn('2')] }, 'the-same'],
    [
      'that was superseded, beside the new one',
      { numbers: [one] },
      { numbers: [nhs('1', { superseded: true }), two] },
      'the-same',
    ],
    ['with a twin’s given name', { numbers: [one], given: 'Zachary' }, { numbers: [one] }, 'number-of-another-name'],
    [
      'with other names, born on the same day',
      { numbers: [one], given: 'Zachary', family: 'Ashworth' },
      { numbers: [one] },
      'number-of-another-name',
    ],
    [
      'with other names and another birth date',
      { numbers: [one], given: 'Zachary', family: 'Ashworth', born: '2003-11-21' },
      { numbers: [one] },
      'number-contradicted',
    ],
    [
      'with the family name of a sibling',
      { numbers: [one], given: 'Zachary', born: '2012-11-21' },
      { numbers: [one] },
      'number-contradicted',
    ],
    [
      'with the same given name, another family and another birth date',
      { numbers: [one], family: 'Ashworth', born: '2012-11-21' },
      { numbers: [one] },
      'number-contradicted',
    ],
    [
      'with like names and another birth date',
      { numbers: [one], given: 'Amelie', born: '2012-11-21' },
      { numbers: [one] },
      'number-contradicted',
    ],
  ])('%s: %#', (_, row, record, expected) => {
    const decision = asked(row, record);
    expect('because' in decision ? decision.because : decision.outcome).toBe(expected);
  });

  it('with two people is a question, whoever agrees better', () => {
    const both = asked({ numbers: [one, upn('1')] }, { numbers: [one] }, { numbers: [upn('1')], given: 'Zachary' });
    expect(both).toMatchObject({ outcome: 'a-person-must-say', because: 'numbers-of-several' });
  });

  it('with one twin and exactly the names of the other is a question', () => {
    const row = { numbers: [one], given: 'Amelie' };
    expect(asked(row, { numbers: [one] }, { numbers: [two], given: 'Amelie' })).toMatchObject({ because: 'several' });
  });
});

describe('REC-23: without a number in common', () => {
  const born = '2010-03-08';

  it.each<[string, Told, Told, string]>([
    ['names and birth date: a UPN is gained', { numbers: [upn('1')] }, {}, 'the-same'],
    [
      'names, birth date, sex and postcode',
      { sex: 'F', postcode: 'SS1 1AA' },
      { sex: 'F', postcode: 'ss11aa' },
      'the-same',
    ],
    ['names swapped', { given: 'Okonjo', family: 'Amelia' }, {}, 'the-same'],
    [
      'accents and spaces alone',
      { given: 'Łukasz', family: 'De Søuza' },
      { given: 'Lukasz', family: 'Desouza' },
      'the-same',
    ],
    ['a double surname of which one part is used', { family: 'Okonjo-Bright' }, {}, 'the-same'],
    ['a surname with a particle', { family: 'van den Berg' }, { family: 'Berg' }, 'the-same'],
    ['a former surname that is on record', { family: 'Ashworth' }, { former: ['Amelia', 'Ashworth'] }, 'the-same'],
    ['a sex that is not known', { sex: 'not-known' }, { sex: 'F' }, 'the-same'],
    ['another number of the same kind', { numbers: [nhs('1')] }, { numbers: [nhs('2')] }, 'a-person-must-say'],
    ['another UPN', { numbers: [upn('1')] }, { numbers: [upn('2')] }, 'a-person-must-say'],
    ['another local number of one system', { numbers: [local('1')] }, { numbers: [local('2')] }, 'a-person-must-say'],
    ['local numbers of two systems', { numbers: [local('1')] }, { numbers: [local('2', 'epch')] }, 'the-same'],
    ['another sex', { sex: 'F' }, { sex: 'M' }, 'a-person-must-say'],
    ['a given name nearly the same', { given: 'Amelie' }, {}, 'a-person-must-say'],
    ['a given name longer by one', { given: 'Amelia Grace' }, {}, 'a-person-must-say'],
    ['a family name nearly the same', { family: 'Okonjoo' }, {}, 'a-person-must-say'],
    ['day and month of birth swapped', { born: '2010-08-03' }, {}, 'a-person-must-say'],
    ['born a day apart', { born: '2010-03-09' }, {}, 'a-person-must-say'],
    ['a birth date one digit apart', { born: '2011-03-08' }, {}, 'a-person-must-say'],
    ['a name of one word', { given: '-', family: 'Okonjo' }, {}, 'a-person-must-say'],
    [
      'another surname at the same address',
      { family: 'Ashworth', postcode: 'SS1 1AA' },
      { postcode: 'SS1 1AA' },
      'a-person-must-say',
    ],
    [
      'twins at one address, without numbers',
      { given: 'Zachary', postcode: 'SS1 1AA' },
      { postcode: 'SS1 1AA' },
      'a-person-must-say',
    ],
    ['twins, with their numbers', { given: 'Zachary', numbers: [nhs('1')] }, { numbers: [nhs('2')] }, 'not-the-same'],
    [
      'twins with numbers at one address',
      { given: 'Zachary', numbers: [upn('1')], postcode: 'SS1 1AA' },
      { numbers: [upn('2')], postcode: 'SS1 1AA' },
      'not-the-same',
    ],
    [
      'twins with like names and their numbers',
      { given: 'Amelie', numbers: [nhs('1')] },
      { numbers: [nhs('2')] },
      'not-the-same',
    ],
    [
      'brothers who share a first name, and their numbers',
      { given: 'Muhammad Ali', numbers: [nhs('1')] },
      { given: 'Muhammad Umar', numbers: [nhs('2')] },
      'not-the-same',
    ],
    ['a brother and a sister who are twins', { given: 'Zachary', sex: 'M' }, { sex: 'F' }, 'not-the-same'],
    ['another surname', { family: 'Ashworth' }, {}, 'not-the-same'],
    ['the same names, another birth date', { born: '2003-11-21' }, {}, 'not-the-same'],
    ['a birth date alone', { given: 'Zachary', family: 'Ashworth' }, {}, 'not-the-same'],
    ['a given name and nothing else', { family: 'Ashworth', born: '2003-11-21' }, {}, 'not-the-same'],
  ])('%s: %#', (_, row, record, expected) => {
    const decision = asked(row, record);
    expect([decision.outcome, billWords(compare(known(row), known(record), model))]).toEqual([
      expected,
      expect.anything(),
    ]);
    expect(decision.model).toBe(model.version);
  });

  it('two who are alike are a question, also where each alone would be the same', () => {
    expect(asked({}, {}, {})).toMatchObject({ outcome: 'a-person-must-say', because: 'several', near: { length: 2 } });
    expect(asked({ given: 'Amelia' }, {}, { given: 'Amelie' })).toMatchObject({ because: 'several' });
  });

  it('nobody at all is not the same, and neither is somebody of whom nothing is known', () => {
    expect(asked({}).outcome).toBe('not-the-same');
    const empty: Known = { names: [], numbers: [] };
    expect(decide(known({}), [{ id: 'p1', known: empty }], model).outcome).toBe('not-the-same');
  });

  it('a twin is named as near, a stranger is not', () => {
    const row = { given: 'Zachary', numbers: [nhs('1')] };
    expect(asked(row, { numbers: [nhs('2')] })).toMatchObject({ near: [{ id: 'p1' }] });
    expect(asked(row, { family: 'Ashworth', born })).toMatchObject({ near: [] });
  });

  it('the bill says what agrees and what it counts for, and none of the values', () => {
    const words = billWords(
      compare(known({ numbers: [nhs('1')] }), known({ numbers: [nhs('1')], given: 'Zoe' }), model),
    );
    expect(words).toMatch(
      /^NHS number the same \(\+26\.\d\), given name another \(−5\.0\), family name the same \(\+10\.0\), birth date the same \(\+13\.1\); in all \+28\.\d$/,
    );
    expect(words).not.toMatch(/Amelia|Zoe|Okonjo|2010/);
  });
});

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
