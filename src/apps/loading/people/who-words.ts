// What a report says of whom a row may be about: never a name, a number or a date, only what agrees and what it counts for.
import { OnwardError } from '../../../kernel/errors.js';
import { billWords, doubtWords } from '../../../engine/person/matching/bill-words.js';
import { levelIn } from '../../../engine/person/matching/compare.js';
import type { Decision, Doubt, Weighed } from '../../../engine/person/matching/decide.js';

type MustSay = Extract<Decision, { outcome: 'a-person-must-say' }>;

const fields: Partial<Record<Doubt, string>> = {
  'number-contradicted': 'birth_date',
  'number-of-another-name': 'forename',
};

const helps: Readonly<Record<Doubt, string>> = {
  'number-contradicted':
    'Check the number, the name and the birth date with whoever sent the file. If the record here is wrong, correct it; then load the row again.',
  'number-of-another-name':
    'Check the number and the name with whoever sent the file. If it is the same child under another name, correct the name here (the former one stays known); then load the row again.',
  'numbers-of-several':
    'Find out which is right and correct it at its source, or supersede the wrong one here; then load the row again.',
  several: 'Find out who is meant, and add the number of this row to their record; then load the row again.',
  likely:
    'If they are the same, add the number of this row to that record; if not, register the other child by hand and say so (notTheSameAs). Then load the row again.',
};

const billOf = ({ id, bill }: Weighed): string => `With ${id}: ${billWords(bill)}.`;

/** The refusal of a row of which a person must say whose it is. */
export const mustBeSaid = ({ because, near, model }: MustSay): OnwardError =>
  new OnwardError('refused-by-rule', {
    rule: 'REC-23',
    detail: `${doubtWords[because]} Nothing of this row was recorded. ${near.map(billOf).join(' ')} Weighed by model ${model}`,
    help: helps[because],
    fields: [{ field: fields[because] ?? 'surname', problem: because }],
  });

/** For somebody who is new: a sentence for each person with the same family name and birth date. Nobody is ever merged. */
export const nearWords = (near: readonly Weighed[]): string[] =>
  near.map(({ id, bill }) =>
    levelIn(bill, 'given-name') === 'differs'
      ? `Has the family name and birth date of ${id}: a twin, or the same person under another identifier. Nobody was merged (REC-23).`
      : `May be the same person as ${id}, who is on record under another identifier: ${billWords(bill)}. Nobody was merged (REC-23).`,
  );
