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
  /** The number is theirs; birth date, names or sex say that it is somebody else. */
  | 'number-contradicted'
  /** The number is theirs, the given name is another: a twin or a sibling, or a name by which they are called. */
  | 'number-of-another-name'
  /** The number is one child's, the names may as well be those of another born on that day. */
  | 'names-of-another'
  /** All else agrees, and a number of which anybody has only one at a time is another than on record (REC-34). */
  | 'another-number'
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
/** Of these anybody has one at a time (REC-34); local numbers may be several. */
const onlyOne: readonly Compared[] = ['nhs-number', 'upn', 'uln'];

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
    const doubt = doubtOfHolder(holder.bill);
    if (doubt !== undefined) return mustSay(doubt, [holder]);
    const alike = beside.filter(({ bill }) => isNamedAsWell(bill, holder.bill));
    if (alike.length > 0) return mustSay('names-of-another', [holder, ...alike]);
    if (hasAnotherNumber(holder.bill)) return mustSay('another-number', [holder]);
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
    if (more.length > 0) return mustSay('several', [first, ...more]);
    return mustSay(hasAnotherNumber(first.bill) ? 'another-number' : 'likely', [first]);
  }
  return { outcome: 'not-the-same', model: version, near: weighed.filter(({ bill }) => isNear(bill)) };
}

const odds = ({ weight }: Bill): number => 2 ** weight;
const likely = (bill: Bill, { asks }: Model): boolean => odds(bill) / (1 + odds(bill)) >= asks;
const numbersAgree = (bill: Bill): number => numbers.filter((kind) => levelIn(bill, kind) === 'same').length;
const hasNumber = (bill: Bill): boolean => numbersAgree(bill) > 0;
const hasAnotherNumber = (bill: Bill): boolean => onlyOne.some((kind) => levelIn(bill, kind) === 'differs');

/** A number alone is never enough: a digit too many, and it is another child's. */
function doubtOfHolder(bill: Bill): Doubt | undefined {
  if (!bornAlike(bill)) return namesAgree(bill) ? undefined : 'number-contradicted';
  const given = givenOf(bill);
  const isAnotherSex = levelIn(bill, 'sex') === 'differs';
  if (given === 'missing')
    return isAnotherSex || levelIn(bill, 'family-name') === 'differs' ? 'number-contradicted' : undefined;
  // Twins are born on one day, may have one family name and like given names, and one of them may have the number of the other.
  const isAnother =
    given === 'differs' || (given === 'similar' && numbersAgree(bill) < 2) || (given !== 'same' && isAnotherSex);
  return isAnother ? 'number-of-another-name' : undefined;
}

/** How well the given name agrees, from the worst on. An initial is as good as none. */
const givenLevels = ['differs', 'missing', 'similar', 'part', 'same'] as const;
type Given = (typeof givenLevels)[number];

function givenOf(bill: Bill): Given {
  if (isSwapped(bill)) return 'same';
  const level = levelIn(bill, 'given-name');
  return givenLevels.find((one) => one === level) ?? 'missing';
}

/** Somebody born on that day whose names are those of the row better than the holder's are; without a given name, as well as the holder's. */
function isNamedAsWell(bill: Bill, holder: Bill): boolean {
  if (!bornAlike(bill) || !(isSwapped(bill) || agrees(levelIn(bill, 'family-name')))) return false;
  const [theirs, holders] = [givenOf(bill), givenOf(holder)];
  const ahead = givenLevels.indexOf(theirs) - givenLevels.indexOf(holders);
  return ahead > 0 || (ahead === 0 && holders === 'missing');
}

const agrees = (level: string | undefined): boolean => level === 'same' || level === 'part';
const isSwapped = (bill: Bill): boolean => levelIn(bill, 'names-swapped') === 'same';
const bornAlike = (bill: Bill): boolean => levelIn(bill, 'birth-date') === 'same';

const namesAgree = (bill: Bill): boolean =>
  isSwapped(bill) || (agrees(levelIn(bill, 'given-name')) && agrees(levelIn(bill, 'family-name')));

/**
 * Without a number in common only somebody with these names, born on that day, with no other number nor postcode is the same without asking.
 * Nothing else tells two children of one frequent name apart: so another local number of the same system counts too.
 */
const isSure = (bill: Bill): boolean =>
  bornAlike(bill) &&
  !numbers.some((kind) => levelIn(bill, kind) === 'differs') &&
  levelIn(bill, 'postcode') !== 'differs' &&
  (isSwapped(bill) || (levelIn(bill, 'given-name') === 'same' && agrees(levelIn(bill, 'family-name'))));

/** Told apart for certain: another given name and another number, as twins have. */
const isTold = (bill: Bill): boolean =>
  levelIn(bill, 'given-name') === 'differs' &&
  [...numbers, 'unnumbered' as const].some((kind) => levelIn(bill, kind) === 'differs');

/** Worth a word to whoever reads the report, though somebody else. */
const isNear = (bill: Bill): boolean => bornAlike(bill) && agrees(levelIn(bill, 'family-name'));
