// How alike two short texts are: by the edits between them, and by Jaro and Winkler's measure.

/** Letters to change, leave out, put in or swap with the next one; counted up to two. */
export function edits(one: string, other: string): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > 1) return 2;
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  const [restOfOne, restOfOther] = [one.slice(at), other.slice(at)];
  if (restOfOne.slice(1) === restOfOther || restOfOne === restOfOther.slice(1)) return 1;
  if (restOfOne.slice(1) === restOfOther.slice(1)) return 1;
  const isSwapped = restOfOne[0] === restOfOther[1] && restOfOne[1] === restOfOther[0];
  return isSwapped && restOfOne.slice(2) === restOfOther.slice(2) ? 1 : 2;
}

/** From 0 (nothing in common) to 1 (the same). Letters are paired greedily, so the order is fixed: whichever is asked first, it is the same. */
export const jaroWinkler = (a: string, b: string): number => (a < b ? measure(a, b) : measure(b, a));

function measure(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Set<number>();
  const fromOne: string[] = [];
  [...one].forEach((letter, at) => {
    for (let to = Math.max(0, at - reach); to <= Math.min(other.length - 1, at + reach); to++)
      if (!taken.has(to) && other[to] === letter) {
        taken.add(to);
        fromOne.push(letter);
        return;
      }
  });
  const shared = fromOne.length;
  if (shared === 0) return 0;
  const fromOther = [...taken].sort((a, b) => a - b).map((at) => other[at]);
  const moved = fromOne.filter((letter, at) => letter !== fromOther[at]).length / 2;
  const jaro = (shared / one.length + shared / other.length + (shared - moved) / shared) / 3;
  let begins = 0;
  while (begins < 4 && one[begins] !== undefined && one[begins] === other[begins]) begins++;
  return jaro + begins * 0.1 * (1 - jaro);
}
