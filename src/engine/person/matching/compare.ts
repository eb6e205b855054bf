// Two records compared field by field, each agreement and disagreement with its weight: the bill of a match.
import type { IdentifierKind } from '../domain/codes.js';
import { folded, type Folded } from './fold-name.js';
import { priorOf, weightOf, type Compared, type Level, type Model } from './model.js';
import { edits, jaroWinkler } from './similarity.js';

/** What is known of somebody, by which they are known again. */
export interface Known {
  /** Every pair of names that was ever theirs: former and preferred ones too. */
  readonly names: readonly { readonly givenName?: string; readonly familyName?: string }[];
  readonly birthDate?: string;
  readonly sex?: string;
  readonly postcode?: string;
  readonly numbers: readonly KnownNumber[];
}

export interface KnownNumber {
  /** `unnumbered`: what a return makes of names and birth date where it has no number. That it agrees says nothing more than these. */
  readonly kind: IdentifierKind | 'unnumbered';
  /** Equal for equal numbers of one kind. */
  readonly id: string;
  /** Of a local number: two systems give the same child two. */
  readonly issuer?: string;
  /** A superseded number is still known as theirs, but another one beside it is no contradiction (REC-34). */
  readonly superseded?: boolean;
}

export interface Line {
  readonly compared: Compared;
  readonly level: Level;
  readonly weight: number;
}

export interface Bill {
  readonly lines: readonly Line[];
  /** The sum of the lines and of how rare a match is at all. */
  readonly weight: number;
}

export function compare(one: Known, other: Known, model: Model): Bill {
  const lines = [
    ...numberLines(one, other, model),
    ...nameLines(one, other, model),
    ...line('birth-date', dateLevel(one.birthDate, other.birthDate), model),
    ...line('sex', sexLevel(one.sex, other.sex), model),
    ...line('postcode', postcodeLevel(one.postcode, other.postcode), model),
  ];
  return { lines, weight: lines.reduce((sum, { weight }) => sum + weight, priorOf(model)) };
}

export const levelIn = ({ lines }: Bill, of: Compared): Level | undefined =>
  lines.find(({ compared }) => compared === of)?.level;

function line(compared: Compared, level: Level | undefined, model: Model): Line[] {
  return level === undefined ? [] : [{ compared, level, weight: weightOf(model, compared, level) }];
}

const kinds: readonly KnownNumber['kind'][] = ['nhs-number', 'upn', 'uln', 'local', 'unnumbered'];

/** A number that agrees outweighs another of its kind that does not; one that is missing says nothing. */
function numberLines(one: Known, other: Known, model: Model): Line[] {
  return kinds.flatMap((kind) => {
    const mine = one.numbers.filter((number) => number.kind === kind);
    const theirs = other.numbers.filter((number) => number.kind === kind);
    if (mine.some(({ id }) => theirs.some((their) => their.id === id)))
      return kind === 'unnumbered' ? [] : line(kind, 'same', model);
    const contradict = mine.some(
      (my) => !my.superseded && theirs.some((their) => !their.superseded && their.issuer === my.issuer),
    );
    return line(kind, contradict ? 'differs' : undefined, model);
  });
}

/** By the pair of names that agrees best. */
function nameLines(one: Known, other: Known, model: Model): Line[] {
  let best: Line[] | undefined;
  for (const mine of one.names.map(foldedPair))
    for (const theirs of other.names.map(foldedPair)) {
      const lines = pairLines(mine, theirs, model);
      if (best === undefined || sum(lines) > sum(best)) best = lines;
    }
  return best ?? [];
}

interface Pair {
  readonly given: Folded;
  readonly family: Folded;
}
const foldedPair = ({ givenName, familyName }: Known['names'][number]): Pair => ({
  given: folded(givenName),
  family: folded(familyName),
});
const sum = (lines: readonly Line[]): number => lines.reduce((all, { weight }) => all + weight, 0);

function pairLines(one: Pair, other: Pair, model: Model): Line[] {
  const straight = [
    ...line('given-name', nameLevel(one.given, other.given), model),
    ...line('family-name', familyLevel(one.family, other.family), model),
  ];
  const isSwapped =
    one.given.whole !== '' &&
    one.family.whole !== '' &&
    one.given.whole === other.family.whole &&
    one.family.whole === other.given.whole;
  const swapped = isSwapped ? line('names-swapped', 'same', model) : [];
  return isSwapped && sum(swapped) > sum(straight) ? swapped : straight;
}

const alike = 0.88;

/** Given names that have a part in common and another one each, like those of brothers, are not alike. */
function nameLevel(one: Folded, other: Folded): Level | undefined {
  if (one.whole === '' || other.whole === '') return undefined;
  if (one.whole === other.whole) return 'same';
  if (isInitial(one, other) || isInitial(other, one)) return undefined;
  const [fewer, more] = one.parts.length <= other.parts.length ? [one.parts, other.parts] : [other.parts, one.parts];
  if (fewer.every((part) => part.length > 1 && more.includes(part))) return 'part';
  return isAlike(one.whole, other.whole) ? 'similar' : 'differs';
}

/** Of a double surname any part is enough. */
function familyLevel(one: Folded, other: Folded): Level | undefined {
  const level = nameLevel(one, other);
  if (level !== 'similar' && level !== 'differs') return level;
  return one.parts.some((part) => part.length > 1 && other.parts.includes(part)) ? 'part' : level;
}

/** An initial neither agrees nor contradicts. */
const isInitial = ({ whole }: Folded, other: Folded): boolean => whole.length === 1 && other.whole.startsWith(whole);

function isAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  return (shorter >= 3 && edits(one, other) <= 1) || (shorter >= 3 && jaroWinkler(one, other) >= alike);
}

const told = (sex: string | undefined): boolean => sex === 'F' || sex === 'M';

const sexLevel = (one: string | undefined, other: string | undefined): Level | undefined =>
  told(one) && told(other) ? (one === other ? 'same' : 'differs') : undefined;

export function dateLevel(one: string | undefined, other: string | undefined): Level | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (one === other) return 'same';
  const [year, month, day] = one.split('-');
  if (other === `${year}-${day}-${month}`) return 'swapped';
  if (Math.abs(Date.parse(one) - Date.parse(other)) <= dayLong) return 'a-day-apart';
  return differingLetters(one, other) === 1 ? 'one-digit' : 'differs';
}

const dayLong = 24 * 60 * 60 * 1000;

const differingLetters = (one: string, other: string): number =>
  one.length === other.length ? [...one].filter((letter, at) => letter !== other[at]).length : one.length;

function postcodeLevel(one: string | undefined, other: string | undefined): Level | undefined {
  const [mine, theirs] = [one, other].map((text) => (text ?? '').replace(/\s+/g, '').toUpperCase());
  if (!mine || !theirs) return undefined;
  if (mine === theirs) return 'same';
  return mine.length > 3 && mine.slice(0, -3) === theirs.slice(0, -3) ? 'near' : 'differs';
}
