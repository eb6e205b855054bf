// How many people wait, on any list or filter of lists: a person with several waits is one (WAIT-40). Kept for the clocks that still run.
import { keptCount, movedBy } from '../../engine/processing/kept-count.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import type { OnList } from './list-tally.js';

type Key = readonly [filter: number, pathway: string, service: string, provider: string];

/** Every filter that a list can be found by. */
const names = ['pathway', 'service', 'provider'] as const;
const filters = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const asks = (filter: number, at: number): boolean => (filter & (1 << at)) !== 0;

/** The count that answers a filter; for a whole list, each of the filters that find it. */
export function keyOf(
  list: Partial<OnList>,
  filter = names.reduce((bits, name, at) => bits | (list[name] === undefined ? 0 : 1 << at), 0),
): Key {
  const [pathway = '', service = '', provider = ''] = names.map((name, at) => (asks(filter, at) ? list[name] : ''));
  return [filter, pathway, service, provider];
}

const named = names.map((name, at) => `CASE WHEN f.value & ${1 << at} THEN c.${name} ELSE '' END`).join(', ');

/** `filter`: by which of the three names; the others are empty. */
export const peopleWaiting = keptCount(
  'wait_people',
  { filter: 'whole', pathway: 'text', service: 'text', provider: 'text' },
  'people',
  (where) => `SELECT f.value, ${named}, count(DISTINCT w.person_id)
    FROM wait_case w CROSS JOIN wait_clock c ON c.case_id = w.id CROSS JOIN json_each('${JSON.stringify(filters)}') f
    WHERE c.recorded_to = '${never}' AND c.clock_end = '${never}' ${where} GROUP BY 1, 2, 3, 4`,
);

/** Whoever waits is counted anew with all of their waits. */
export const peopleMoved = movedBy(peopleWaiting, 'person_id', 'w.person_id');
