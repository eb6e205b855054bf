// Counts as a profile publishes them: small ones as stars, others rounded, and more stars until nothing can be reckoned (REC-40, REC-42). Pure.
import { refuse } from '../../../kernel/errors.js';
import { givenAway, type Count, type Sum } from './knowledge.js';
import { isSmall, rounded, type Profile } from './profiles.js';

export const star = '*';
export type Shown = number | typeof star;

/** In the order of the counts; a hidden one has a place too, and is never to be shown. */
export function publish(counts: readonly Count[], sums: readonly Sum[], profile: Profile): Shown[] {
  const stars = starsFor(counts, sums, profile);
  return counts.map(({ value }, at) => (stars.has(at) ? star : rounded(value, profile)));
}

export function starsFor(counts: readonly Count[], sums: readonly Sum[], profile: Profile): Set<number> {
  const stars = new Set<number>();
  counts.forEach(({ value, hidden }, at) => {
    if (!hidden && isSmall(value, profile)) stars.add(at);
  });
  for (;;) {
    const [first] = givenAway(counts, sums, stars, profile);
    if (first === undefined) return stars;
    const next = nextStar(counts, sums, stars, first);
    // Nothing is left that could be hidden here: rather no table than one that gives somebody away.
    if (next === undefined)
      throw refuse('REC-42', 'These counts cannot be published in this way without giving one of them away.', {
        help: 'Take the internal profile, for those inside alone.',
      });
    stars.add(next);
  }
}

/** The smallest count that is still shown: of the same sums if there is one, of all otherwise; parts before totals. */
function nextStar(
  counts: readonly Count[],
  sums: readonly Sum[],
  stars: ReadonlySet<number>,
  revealed: number,
): number | undefined {
  const totals = new Set(sums.map(({ total }) => total));
  const beside = new Set(
    sums
      .filter(({ total, parts }) => total === revealed || parts.includes(revealed))
      .flatMap(({ total, parts }) => [total, ...parts]),
  );
  const rank = (at: number) => [beside.has(at) ? 0 : 1, totals.has(at) ? 1 : 0, counts[at]!.value, at];
  return counts
    .flatMap(({ hidden, fixed }, at) => (hidden || fixed || stars.has(at) ? [] : [at]))
    .sort((a, b) => {
      const [ranksA, ranksB] = [rank(a), rank(b)];
      const differs = ranksA.findIndex((each, index) => each !== ranksB[index]);
      return differs < 0 ? 0 : ranksA[differs]! - ranksB[differs]!;
    })[0];
}
