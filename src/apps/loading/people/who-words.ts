// What a report says of whom a row may be about: never a name, a number or a date, only what agrees and what it counts for.
import { OnwardError } from '../../../kernel/errors.js';
import { billWords, doubtWords } from '../../../engine/person/matching/bill-words.js';
import { levelIn } from '../../../engine/person/matching/compare.js';
import type { Decision, Doubt, Weighed } from '../../../engine/person/matching/decide.js';
import type { PersonRow } from './person-row.js';

type MustSay = Extract<Decision, { outcome: 'a-person-must-say' }>;

const helps: Readonly<Record<Doubt, string>> = {
  'number-contradicted':
    'Check the number, the names and the birth date with whoever sent the file. If the record here is wrong, correct it; then load the row again.',
  'number-of-another-name':
    'Check the number and the name with whoever sent the file. If it is the same child under another name, correct the name here (the former one stays known); then load the row again.',
  'names-of-another':
    'Check the number and the given name with whoever sent the file. If the number is right, have the full given name put into the row, or correct the name here (the former one stays known); then load the row again.',
  'another-number':
    'Find out which number is right, and do not replace one here before you know. Wrong in the row: correct it at its source. Wrong or re-issued here: supersede it by the new one. If it is another child: register them by hand and say so (notTheSameAs). Then load the row again.',
  'numbers-of-several':
    'Find out which is right and correct it at its source, or supersede the wrong one here; then load the row again.',
  several: 'Find out who is meant, and add the number of this row to their record; then load the row again.',
  likely:
    'If they are the same, add the number of this row to that record; if not, register the other child by hand and say so (notTheSameAs). Then load the row again.',
};

const billOf = ({ id, bill }: Weighed): string => `With ${id}: ${billWords(bill)}.`;

/** The refusal of a row of which a person must say whose it is. */
export function mustBeSaid({ because, near, model }: MustSay, row: PersonRow): OnwardError {
  const why = near.slice(0, 1).map(({ bill }) => doubtWords[because](bill));
  return new OnwardError('refused-by-rule', {
    rule: 'REC-23',
    detail: [...why, 'Nothing of this row was recorded.', ...near.map(billOf), `Weighed by model ${model}`].join(' '),
    help: helps[because],
    fields: [{ field: fieldOf(because, near, row), problem: because }],
  });
}

/** The column to look at first: that of the number which speaks for or against them, or a name. */
function fieldOf(because: Doubt, [first]: readonly Weighed[], { identifiers }: PersonRow): string {
  const level = because === 'another-number' ? 'differs' : 'same';
  const number = identifiers.find(({ kind }) => first && levelIn(first.bill, kind) === level);
  if (because === 'number-contradicted' || because === 'another-number') return number?.field ?? 'surname';
  return because === 'number-of-another-name' || because === 'names-of-another' ? 'forename' : 'surname';
}

/** For somebody who is new: a sentence for each person with the same family name and birth date. Nobody is ever merged. */
export const nearWords = (near: readonly Weighed[]): string[] =>
  near.map(({ id, bill }) =>
    levelIn(bill, 'given-name') === 'differs'
      ? `Has the family name and birth date of ${id}: a twin, or the same person under another identifier. Nobody was merged (REC-23).`
      : `May be the same person as ${id}, who is on record under another identifier: ${billWords(bill)}. Nobody was merged (REC-23).`,
  );

/** For somebody on record who has no number of the row: whoever reads the report looks, for a frequent name may be another child's too. */
export const joinedWords = (personId: string): string =>
  `Taken to be ${personId} by names and birth date, without a number in common: look whether it is the same child (REC-23).`;
