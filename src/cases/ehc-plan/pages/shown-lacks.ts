// What the law asks of a review and is not on record, as a line for each kind: on the form before it is decided, on the review afterwards.
import { inWords, words } from '../../../engine/web/present/words.js';
import type { LackView, ReviewView } from '../queries/plan-view.js';

export const lackLine = ({ what, roles, rule }: LackView): string =>
  `${words(what)}${roles.length > 0 ? `: ${roles.map(inWords).join(', ')}` : ''} (${rule})`;

/** Said before the decision is recorded; what the letter itself must say is asked beside it. */
export const lacksHint = ({ lacks }: Pick<ReviewView, 'lacks'>): string =>
  lacks.length === 0
    ? 'Kept sealed. All that the law asks of the review is on record by today; a notice to maintain or to cease must give the right of appeal'
    : `Kept sealed. Not on record by today: ${lacks.map(lackLine).join('; ')}. Record first what was done; the rest needs a reason, stays with the review and is counted`;

/** Of a decided review: what is missing, and what was said to be missing and has been put on record since. */
export function shownLacks({ status, lacks, lacksSaid }: Pick<ReviewView, 'status' | 'lacks' | 'lacksSaid'>) {
  if (status !== 'complete') return { lacks: [], mended: [], asked: false };
  const mended = (lacksSaid ?? []).flatMap(({ what, roles, rule }) => {
    const now = lacks.find((each) => each.what === what);
    const since = roles.filter((role) => !now?.roles.includes(role));
    return now && since.length === 0 ? [] : [{ what, roles: since, rule }];
  });
  return { lacks: lacks.map(lackLine), mended: mended.map(lackLine), asked: lacksSaid !== undefined };
}
