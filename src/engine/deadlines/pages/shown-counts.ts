// How many dates are late or due, as home and the area show them: each count leads to the list that it counted.
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { soonDays, type WorklistCounts } from '../queries/count-worklist.js';
import { paths } from '../../web/paths.js';
import { number } from '../../web/present/dates.js';

/** `whose` narrows the count and its list. */
export function shownCounts(
  { overdue, absent, soon, later }: WorklistCounts,
  asOf: CivilDate,
  whose: Readonly<Record<string, string | undefined>>,
  late = 'overdue',
) {
  const only = (status: string, due: Readonly<Record<string, string>> = {}) =>
    paths.worklist({}, { ...whose, status, ...due });
  const afterSoon = addDays(asOf, soonDays + 1);
  return [
    { count: number(overdue), text: late, href: only('overdue'), colour: overdue > 0 ? 'red' : '' },
    {
      count: number(absent),
      text: 'late with nothing on record',
      href: only('absent'),
      colour: absent > 0 ? 'red' : '',
    },
    {
      count: number(soon),
      text: 'due within two weeks',
      href: only('due', { dueBefore: afterSoon }),
      colour: soon > 0 ? 'yellow' : '',
    },
    { count: number(later), text: 'due later', href: only('due', { dueFrom: afterSoon }), colour: '' },
  ];
}
