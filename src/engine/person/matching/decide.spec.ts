// REC-23: who is the same, who is not, and what a person must say.
import { billWords, doubtWords } from './bill-words.js';
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
    [
      'with a given name nearly the same: a twin with a like name',
      { numbers: [one], given: 'Amelie' },
      { numbers: [one] },
      'number-of-another-name',
    ],
    [
      'and another one, with a given name nearly the same',
      { numbers: [one, upn('1')], given: 'Amelie' },
      { numbers: [one, upn('1')] },
      'the-same',
    ],
    ['with one given name more', { numbers: [one], given: 'Amelia Grace' }, { numbers: [one] }, 'the-same'],
    [
      'with a given name of the other sex of twins',
      { numbers: [one], given: 'Amelia Grace', sex: 'F' },
      { numbers: [one], sex: 'M' },
      'number-of-another-name',
    ],
    [
      'and another one, with a like name of the other sex',
      { numbers: [one, upn('1')], given: 'Daniel', sex: 'M' },
      { numbers: [one, upn('1')], given: 'Daniela', sex: 'F' },
      'number-of-another-name',
    ],
    ['with the very name and another sex', { numbers: [one], sex: 'F' }, { numbers: [one], sex: 'M' }, 'the-same'],
    ['without a given name', { numbers: [one], given: '-' }, { numbers: [one] }, 'the-same'],
    ['with an initial', { numbers: [one], given: 'A' }, { numbers: [one] }, 'the-same'],
    [
      'without a given name, the family name another',
      { numbers: [one], given: '-', family: 'Ashworth' },
      { numbers: [one] },
      'number-contradicted',
    ],
    [
      'with an initial, the family name another',
      { numbers: [one], given: 'A', family: 'Ashworth' },
      { numbers: [one] },
      'number-contradicted',
    ],
    [
      'without a given name, the sex another',
      { numbers: [one], given: undefined, sex: 'F' },
      { numbers: [one], sex: 'M' },
      'number-contradicted',
    ],
    ['beside another UPN', { numbers: [one, upn('1')] }, { numbers: [one, upn('2')] }, 'another-number'],
    [
      'of one system, beside another NHS number',
      { numbers: [local('1'), one] },
      { numbers: [local('1'), two] },
      'another-number',
    ],
    [
      'beside another local number of that system',
      { numbers: [one, local('1')] },
      { numbers: [one, local('2')] },
      'the-same',
    ],
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

  describe('with one twin,', () => {
    const ann = { given: 'Ann', numbers: [upn('1')] };
    const annMarie = { given: 'Ann Marie', numbers: [upn('2')] };

    it.each<[string, Told, Told, Told]>([
      ['and exactly the names of the other', { given: 'Ann', numbers: [upn('2')] }, annMarie, ann],
      ['and the longer name of the other', { given: 'Ann Marie', numbers: [upn('1')] }, ann, annMarie],
      [
        'and all their numbers, and exactly the names of the other',
        { given: 'Amelie', numbers: [one, upn('1')] },
        { numbers: [one, upn('1')] },
        { given: 'Amelie' },
      ],
      [
        'and a name that is the other’s in part, and nearly theirs',
        { given: 'Amelie Grace', numbers: [one, upn('1')] },
        { given: 'Amelia Grace', numbers: [one, upn('1')] },
        { given: 'Amelie' },
      ],
      ['and no given name', { given: '-', numbers: [one] }, { numbers: [one] }, { given: 'Zachary' }],
      ['and an initial of both', { given: 'A', numbers: [one] }, { numbers: [one] }, { given: 'Alice' }],
    ])('%s: is a question, and both are named', (_, row, holder, other) => {
      for (const [record, holderId] of [
        [[holder, other], 'p1'],
        [[other, holder], 'p2'],
      ] as const) {
        const decision = asked(row, ...record);
        expect(decision).toMatchObject({ because: 'names-of-another', near: [{ id: holderId }, expect.anything()] });
      }
    });

    it.each<[string, Told, Told]>([
      ['the very name of the child whose number it is', { given: 'Ann', numbers: [upn('1')] }, annMarie],
      ['their names swapped', { given: 'Okonjo', family: 'Ann', numbers: [upn('1')] }, annMarie],
      ['an initial of theirs alone', { given: 'A', numbers: [upn('1')] }, { given: 'Zachary' }],
      ['a name as like the one as the other', { given: 'Ann Bo Cy', numbers: [upn('1')] }, { given: 'Bo' }],
      [
        'the names of another born on the day after',
        { given: 'Ann Marie', numbers: [upn('1')] },
        { ...annMarie, born: '2010-03-09' },
      ],
      [
        'the given name of a stranger born on that day',
        { given: 'Ann Marie', numbers: [upn('1')] },
        { ...annMarie, family: 'Ashworth' },
      ],
    ])('and %s: is the same', (_, row, other) => {
      expect(asked(row, ann, other)).toMatchObject({ outcome: 'the-same', with: { id: 'p1' } });
    });
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
    [
      'another local number of one system, however much else agrees',
      { sex: 'F', postcode: 'SS1 1AA', numbers: [local('1')] },
      { sex: 'F', postcode: 'SS1 1AA', numbers: [local('2')] },
      'a-person-must-say',
    ],
    ['local numbers of two systems', { numbers: [local('1')] }, { numbers: [local('2', 'epch')] }, 'the-same'],
    ['another sex', { sex: 'F' }, { sex: 'M' }, 'a-person-must-say'],
    ['another postcode', { postcode: 'SS1 1AA' }, { postcode: 'B21 0ZZ' }, 'a-person-must-say'],
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

  it('REC-34: another number of which anybody has one is asked about as such, however much agrees', () => {
    const all = { sex: 'F', postcode: 'SS1 1AA' };
    const both = asked({ ...all, numbers: [upn('1')] }, { ...all, numbers: [upn('2')] });
    expect(both).toMatchObject({ because: 'another-number', near: [{ id: 'p1' }] });
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

  it.each<[Told, Told, RegExp]>([
    [
      { family: 'Ashworth', born: '2012-11-21' },
      {},
      /young person with another family name and another birth date: it may/,
    ],
    [{ given: 'Amelie', born: '2010-03-09' }, {}, /with a given name nearly the same and a birth date a day apart: it/],
    [{ given: '-', family: 'Ashworth' }, {}, /young person with another family name: it may/],
    [
      { given: 'Zoe', sex: 'F', family: 'Okonjo-Bright' },
      { sex: 'M' },
      /young person with another given name and another sex, who/,
    ],
    [{ given: 'Amelia Grace', sex: 'F' }, { sex: 'M' }, /with a given name the same in part and another sex, who/],
    [
      { numbers: [nhs('1'), upn('1')] },
      { numbers: [nhs('1'), upn('2')] },
      /^The UPN of this row is not the one on record/,
    ],
  ])('why a person must say is said of what does contradict, and of nothing else: %#', (row, record, words) => {
    const decision = asked({ numbers: [nhs('1')], ...row }, { numbers: [nhs('1')], ...record });
    if (decision.outcome !== 'a-person-must-say') throw new Error(decision.outcome);
    expect(doubtWords[decision.because](decision.near[0]!.bill)).toMatch(words);
  });
});
