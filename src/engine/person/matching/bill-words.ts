// A bill in plain words: what agrees, what does not, and what each counts for. It says nothing of what the values are.
import type { Bill, Line } from './compare.js';
import type { Doubt } from './decide.js';
import type { Compared, Level } from './model.js';

const names: Readonly<Record<Compared, string>> = {
  'nhs-number': 'NHS number',
  upn: 'UPN',
  uln: 'ULN',
  local: 'local number',
  unnumbered: 'what stands in for a number',
  'given-name': 'given name',
  'family-name': 'family name',
  'names-swapped': 'given and family name',
  'birth-date': 'birth date',
  sex: 'sex',
  postcode: 'postcode',
};

const levels: Readonly<Record<Level, string>> = {
  same: 'the same',
  part: 'the same in part',
  similar: 'nearly the same',
  swapped: 'the same with day and month swapped',
  'a-day-apart': 'a day apart',
  'one-digit': 'one digit apart',
  near: 'nearby',
  differs: 'another',
};

const points = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;

const lineWords = ({ compared, level, weight }: Line): string =>
  `${names[compared]} ${compared === 'names-swapped' ? 'the same, swapped' : levels[level]} (${points(weight)})`;

/** `NHS number the same (+26.6), given name another (−5.0) …`. */
export const billWords = ({ lines, weight }: Bill): string =>
  `${lines.map(lineWords).join(', ')}; in all ${points(weight)}`;

const told: readonly Compared[] = ['given-name', 'family-name', 'birth-date', 'sex', 'nhs-number', 'upn', 'uln'];

/** `another family name and a birth date a day apart`: what speaks against it, of what a child has only one of. */
function againstWords({ lines }: Bill): string {
  const against = lines.filter(
    ({ compared, level }) =>
      told.includes(compared) && level !== 'same' && !(compared === 'family-name' && level === 'part'),
  );
  const words = against.map(({ compared, level }) =>
    level === 'differs' ? `another ${names[compared]}` : `a ${names[compared]} ${levels[level]}`,
  );
  const [last = 'too little else in common', ...before] = words.reverse();
  return before.length > 0 ? `${before.reverse().join(', ')} and ${last}` : last;
}

const numberWords = ({ lines }: Bill): string =>
  lines
    .filter(({ compared, level }) => level === 'differs' && ['nhs-number', 'upn', 'uln'].includes(compared))
    .map(({ compared }) => names[compared])
    .join(' and ');

/** Why a person must say, of the one who comes first. */
export const doubtWords: Readonly<Record<Doubt, (bill: Bill) => string>> = {
  'number-contradicted': (bill) =>
    `The number of this row is that of a young person with ${againstWords(bill)}: it may be mistyped.`,
  'number-of-another-name': (bill) =>
    `The number of this row is that of a young person with ${againstWords(bill)}, who may be a twin or a sibling.`,
  'names-of-another': () =>
    'The number of this row is that of the first of these young people, and its names may as well be those of another born on the same day.',
  'another-number': (bill) =>
    `The ${numberWords(bill)} of this row is not the one on record: one of them is wrong, it was re-issued, or they are two children.`,
  'numbers-of-several': () => 'The identifiers of this row belong to different young people.',
  several: () => 'More than one young person on record may be meant.',
  likely: () => 'There is somebody on record who may be the same, without a number in common.',
};
