// What a reader of a publication can know of each count, and whether it leaves only one possibility. Exact, because the sums form a network:
// two tables that look alike differ by moves of one along closed ways, so a count is given away when no such way leads through it.
import { isSmall, rounded, smallUpTo, type Profile } from './profiles.js';

export interface Count {
  readonly value: number;
  /** Never published, and to be protected all the same: what is left when the shown parts are taken from a total. */
  readonly hidden?: boolean;
  /** Published by another table too: it is not this one's to hide. */
  readonly fixed?: boolean;
}

/** By the places of the counts: the total is the sum of its parts. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** A count as a way between two sums; 0 is the world outside, which asks for no balance. */
interface Way extends Range {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

const boundless = Number.MAX_SAFE_INTEGER;

/** Of a small count the reader may even know that it is small: that is more than a star says, which may stand for any count. */
export function rangeOf({ value, hidden }: Count, isStar: boolean, profile: Profile): Range {
  if (hidden) return { low: 0, high: boundless };
  if (isStar && isSmall(value, profile)) return { low: profile.suppressZero ? 0 : 1, high: smallUpTo(profile) };
  if (isStar) return { low: 0, high: boundless };
  const shown = rounded(value, profile);
  const possible = Array.from({ length: 2 * profile.roundTo + 1 }, (_, at) => shown - profile.roundTo + at).filter(
    (each) => each >= 0 && !isSmall(each, profile) && rounded(each, profile) === shown,
  );
  return { low: Math.min(...possible), high: Math.max(...possible) };
}

/** Which counts can be only what they are. */
export function givenAway(
  counts: readonly Count[],
  sums: readonly Sum[],
  stars: ReadonlySet<number>,
  profile: Profile,
): number[] {
  const ends = endsOf(counts.length, sums);
  const ways = counts.map((count, at): Way => {
    return { ...ends[at]!, ...rangeOf(count, stars.has(at), profile), value: count.value };
  });
  const secret = (at: number): boolean =>
    stars.has(at) || (counts[at]!.hidden === true && isSmall(counts[at]!.value, profile));
  return ways.flatMap((way, at) => (secret(at) && !canDiffer(ways, way) ? [at] : []));
}

function canDiffer(ways: readonly Way[], way: Way): boolean {
  const { from, to, value, low, high } = way;
  return (value < high && leads(ways, way, to, from)) || (value > low && leads(ways, way, from, to));
}

/** Whether one more can go from here to there by counts that may be one more, or against counts that may be one less. */
function leads(ways: readonly Way[], without: Way, start: number, end: number): boolean {
  const reached = new Set([start]);
  // A set goes on over what is added to it.
  for (const here of reached) {
    if (here === end) return true;
    for (const way of ways) {
      if (way === without) continue;
      if (way.from === here && way.value < way.high) reached.add(way.to);
      if (way.to === here && way.value > way.low) reached.add(way.from);
    }
  }
  return false;
}

/** Every count joins the sums in which it stands, with one sign in each: so the sums of rows and of columns balance as one network. */
function endsOf(length: number, sums: readonly Sum[]): { readonly from: number; readonly to: number }[] {
  const roles = Array.from({ length }, (_, at) =>
    sums.flatMap(({ total, parts }, sum) => [
      ...(total === at ? [{ sum, sign: -1 }] : []),
      ...(parts.includes(at) ? [{ sum, sign: 1 }] : []),
    ]),
  );
  const signs = new Map<number, number>();
  const set = (sum: number, sign: number): void => {
    const known = signs.get(sum);
    if (known !== undefined && known !== sign) throw new Error('These sums do not form a network.');
    if (known !== undefined) return;
    signs.set(sum, sign);
    for (const [one, other] of roles.filter((each) => each.length === 2)) {
      if (one!.sum === sum) set(other!.sum, -sign * one!.sign * other!.sign);
      if (other!.sum === sum) set(one!.sum, -sign * one!.sign * other!.sign);
    }
  };
  sums.forEach((_, sum) => {
    if (!signs.has(sum)) set(sum, 1);
  });
  return roles.map((role) => {
    if (role.length > 2) throw new Error('A count stands in two sums at most.');
    const at = (wanted: number): number =>
      (role.find(({ sum, sign }) => sign * (signs.get(sum) ?? 1) === wanted)?.sum ?? -1) + 1;
    return { from: at(1), to: at(-1) };
  });
}
