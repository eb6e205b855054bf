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

export const doubtWords: Readonly<Record<Doubt, string>> = {
  'number-contradicted':
    'The number of this row is that of a young person with another name and another birth date: it may be mistyped.',
  'number-of-another-name':
    'The number of this row is that of a young person with another given name, who may be a twin or a sibling.',
  'numbers-of-several': 'The identifiers of this row belong to different young people.',
  several: 'More than one young person on record may be meant.',
  likely: 'There is somebody on record who may be the same, without a number in common.',
};
