// Publication: the fixture of REC-40, and for any table that no star can be reckoned from what is shown, held against every table there is.
import fc from 'fast-check';
import type { Count, Sum } from './knowledge.js';
import { isSmall, profileOf, profiles, rounded, type Profile } from './profiles.js';
import { publish, star, starsFor } from './publish.js';

const mh = profileOf('MH_PUBLIC');
/** A made-up profile of the hardest kind: zero and large counts stand there exactly. */
const exactOthers: Profile = { ...mh, title: 'TEST', suppressZero: false, roundTo: 1 };

it.each([
  [
    [0, 1, 4],
    [star, star, star],
  ],
  [
    [5, 6, 7],
    [5, 5, 5],
  ],
  [
    [8, 12],
    [10, 10],
  ],
  [
    [13, 17],
    [15, 15],
  ],
  [
    [18, 22],
    [20, 20],
  ],
  [[23], [25]],
])('REC-40: %j is published as %j', (values, shown) =>
  expect(
    publish(
      values.map((value) => ({ value })),
      [],
      mh,
    ),
  ).toEqual(shown),
);

it('REC-41: Southend’s strategy rounds to the nearest 10, the DfE not at all', () => {
  const of = (name: 'SOUTHEND_PUBLIC' | 'DFE_RETURN') =>
    publish(
      [0, 4, 5, 14, 15].map((value) => ({ value })),
      [],
      profileOf(name),
    );
  expect(of('SOUTHEND_PUBLIC')).toEqual([0, star, 10, 10, 20]);
  expect(of('DFE_RETURN')).toEqual([0, 4, 5, 14, 15]);
});

it.each([5, 10, 25, 100])(
  'REC-41: to the nearest %i, 0 is printed for nobody alone: who is there is a star, or a number of people',
  (roundTo) => {
    const profile: Profile = { ...profileOf('SOUTHEND_PUBLIC'), roundTo };
    for (let value = 0; value <= 3 * roundTo; value++)
      expect([value, publish([{ value }], [], profile)[0] === 0]).toEqual([value, value === 0]);
    expect(publish([{ value: 12 }], [], { ...profile, roundTo: 25 })).toEqual([star]);
    expect(publish([{ value: 12 }], [], { ...profile, roundTo: 10 })).toEqual([10]);
  },
);

it('REC-42: three counts of 4 do not look like nobody beside their total of 12', () => {
  const counts = [4, 4, 4, 12].map((value) => ({ value }));
  const sums = [{ total: 3, parts: [0, 1, 2] }];
  expect(publish(counts, sums, profileOf('SOUTHEND_PUBLIC')).slice(0, 3)).toEqual([star, star, star]);
});

it('every profile says in words what it does, and where it is from', () => {
  for (const { name, words, source } of profiles)
    expect([words.startsWith(name), source === '']).toEqual([true, false]);
});

it('REC-42: a single small count beside its total takes the next smallest with it', () => {
  const counts = [3, 10, 20, 33].map((value) => ({ value }));
  expect(publish(counts, [{ total: 3, parts: [0, 1, 2] }], exactOthers)).toEqual([star, star, 20, 33]);
});

it('REC-42: two counts of 4 under a total of 8 are not safe with each other: the total goes too', () => {
  const counts = [4, 4, 8].map((value) => ({ value }));
  expect(publish(counts, [{ total: 2, parts: [0, 1] }], exactOthers)).toEqual([star, star, star]);
});

it('REC-42: what is left of a total is protected though nobody shows it', () => {
  // 20 plans, 17 late: three are not late.
  const counts: Count[] = [{ value: 20 }, { value: 17 }, { value: 3, hidden: true }];
  expect(publish(counts, [{ total: 0, parts: [1, 2] }], exactOthers).slice(0, 2)).toContain(star);
});

it('REC-42: a total that another table publishes is never hidden here', () => {
  const counts: Count[] = [{ value: 2 }, { value: 9 }, { value: 30 }, { value: 41, fixed: true }];
  expect(publish(counts, [{ total: 3, parts: [0, 1, 2] }], exactOthers)).toEqual([star, star, 30, 41]);
});

/** Two rows and two columns with their totals and the total of all. */
const square = ([a, b, c, d]: readonly number[]): number[] => {
  const [w, x, y, z] = [a!, b!, c!, d!];
  return [w, x, w + x, y, z, y + z, w + y, x + z, w + x + y + z];
};
const squareSums: Sum[] = [
  { total: 2, parts: [0, 1] },
  { total: 5, parts: [3, 4] },
  { total: 8, parts: [6, 7] },
  { total: 6, parts: [0, 3] },
  { total: 7, parts: [1, 4] },
  { total: 8, parts: [2, 5] },
];
const most = 14;

/** Every square that looks the same to a reader who even knows which stars are small: what each count could be. */
function couldBe(values: readonly number[], stars: ReadonlySet<number>, profile: Profile): Set<number>[] {
  const found = values.map(() => new Set<number>());
  const looks = (value: number, at: number): boolean => {
    const real = values[at]!;
    if (stars.has(at)) return !isSmall(real, profile) || isSmall(value, profile);
    return !isSmall(value, profile) && rounded(value, profile) === rounded(real, profile);
  };
  for (let a = 0; a <= most; a++)
    for (let b = 0; b <= most; b++)
      for (let c = 0; c <= most; c++)
        for (let d = 0; d <= most; d++) {
          const other = square([a, b, c, d]);
          if (other.every(looks)) other.forEach((value, at) => found[at]!.add(value));
        }
  return found;
}

it.each([mh, exactOthers, profileOf('SOUTHEND_PUBLIC')])(
  'REC-42: whatever a table holds, each star could be at least two things, by its rows, its columns and its totals ($name)',
  (profile) => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }), (inner) => {
        const values = square(inner);
        const stars = starsFor(
          values.map((value) => ({ value })),
          squareSums,
          profile,
        );
        const possible = couldBe(values, stars, profile);
        for (const at of stars)
          expect([values, [...stars], at, possible[at]!.size > 1]).toEqual([values, [...stars], at, true]);
        values.forEach((value, at) => isSmall(value, profile) && expect(stars.has(at)).toBe(true));
      }),
      { numRuns: 40 },
    );
  },
);

it('the same counts give the same stars', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), (inner) => {
      const counts = square(inner).map((value) => ({ value }));
      expect(publish(counts, squareSums, mh)).toEqual(publish(counts, squareSums, mh));
    }),
  ));
