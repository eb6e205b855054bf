// Who is this? The same as somebody on record, none of them, or a question that only a person can answer (REC-23).
import { compare, levelIn, type Bill, type Known } from './compare.js';
import type { Compared, Model } from './model.js';

export interface Candidate {
  readonly id: string;
  readonly known: Known;
}

export interface Weighed {
  readonly id: string;
  readonly bill: Bill;
}

/** Why a person must say. */
export type Doubt =
  /** The number is theirs; birth date and names say that it is somebody else. */
  | 'number-contradicted'
  /** The number is theirs, the given name is another: a twin or a sibling, or a name by which they are called. */
  | 'number-of-another-name'
  /** The numbers belong to more than one. */
  | 'numbers-of-several'
  /** More than one may be meant. */
  | 'several'
  /** Much agrees, without a number in common, and not enough to be sure. */
  | 'likely';

export type Decision =
  | { readonly outcome: 'the-same'; readonly model: number; readonly with: Weighed }
  | { readonly outcome: 'a-person-must-say'; readonly model: number; readonly because: Doubt; readonly near: Near }
  /** `near`: those who have much in common and are somebody else, such as a twin. */
  | { readonly outcome: 'not-the-same'; readonly model: number; readonly near: Near };
type Near = readonly Weighed[];

const numbers: readonly Compared[] = ['nhs-number', 'upn', 'uln', 'local'];

/** The order of the candidates makes no difference. */
export function decide(asked: Known, candidates: readonly Candidate[], model: Model): Decision {
  const weighed = candidates
    .map(({ id, known }) => ({ id, bill: compare(asked, known, model) }))
    .sort((a, b) => b.bill.weight - a.bill.weight || (a.id < b.id ? -1 : 1));
  const { version } = model;
  const mustSay = (because: Doubt, near: Near): Decision => ({
    ...{ outcome: 'a-person-must-say', model: version, because, near },
  });
  const numbered = weighed.filter(({ bill }) => hasNumber(bill));
  const [holder, another] = numbered;
  const beside = weighed.filter((one) => one !== holder);
  if (another) return mustSay('numbers-of-several', numbered);
  if (holder) {
    const doubt = doubtOfHolder(holder.bill) ?? (namesAnother(holder, beside) ? 'several' : undefined);
    if (doubt !== undefined) return mustSay(doubt, [holder]);
  }
  const possible = weighed.filter((one) => one === holder || !isTold(one.bill));
  const all = possible.reduce((sum, { bill }) => sum + odds(bill), 0);
  const [best] = possible;
  if (best && odds(best.bill) / (1 + all) >= model.theSame && (best === holder || isSure(best.bill)))
    return { outcome: 'the-same', model: version, with: best };
  if (holder) return mustSay('number-contradicted', [holder]);
  const near = possible.filter(({ bill }) => likely(bill, model));
  if (all / (1 + all) >= model.asks && best) {
    const [first = best, ...more] = near;
    return mustSay(more.length > 0 ? 'several' : 'likely', [first, ...more]);
  }
  return { outcome: 'not-the-same', model: version, near: weighed.filter(({ bill }) => isNear(bill)) };
}

const odds = ({ weight }: Bill): number => 2 ** weight;
const likely = (bill: Bill, { asks }: Model): boolean => odds(bill) / (1 + odds(bill)) >= asks;
const hasNumber = (bill: Bill): boolean => numbers.some((kind) => levelIn(bill, kind) === 'same');

/** A number alone is never enough: a digit too many, and it is another child's. */
function doubtOfHolder(bill: Bill): Doubt | undefined {
  if (levelIn(bill, 'birth-date') === 'same')
    return levelIn(bill, 'given-name') === 'differs' ? 'number-of-another-name' : undefined;
  return namesAgree(bill) ? undefined : 'number-contradicted';
}

/** The number is one child's, and the names are exactly those of another born on that day: twins with like names. */
const namesAnother = (holder: Weighed, beside: Near): boolean =>
  !agrees(levelIn(holder.bill, 'given-name')) &&
  levelIn(holder.bill, 'names-swapped') === undefined &&
  beside.some(
    ({ bill }) => bornAlike(bill) && levelIn(bill, 'given-name') === 'same' && agrees(levelIn(bill, 'family-name')),
  );

const agrees = (level: string | undefined): boolean => level === 'same' || level === 'part';
const bornAlike = (bill: Bill): boolean => levelIn(bill, 'birth-date') === 'same';

const namesAgree = (bill: Bill): boolean =>
  levelIn(bill, 'names-swapped') === 'same' ||
  (agrees(levelIn(bill, 'given-name')) && agrees(levelIn(bill, 'family-name')));

/** Without a number in common only somebody with these names, born on that day, is taken to be the same without asking. */
const isSure = (bill: Bill): boolean =>
  bornAlike(bill) &&
  (levelIn(bill, 'names-swapped') === 'same' ||
    (levelIn(bill, 'given-name') === 'same' && agrees(levelIn(bill, 'family-name'))));

/** Told apart for certain: another given name and another number, as twins have. */
const isTold = (bill: Bill): boolean =>
  levelIn(bill, 'given-name') === 'differs' &&
  [...numbers, 'unnumbered' as const].some((kind) => levelIn(bill, kind) === 'differs');

/** Worth a word to whoever reads the report, though somebody else. */
const isNear = (bill: Bill): boolean => bornAlike(bill) && agrees(levelIn(bill, 'family-name'));
