// Each count of home and of the area leads to the list that it counted, and to no other's.
import { civilDate } from '../../../kernel/calendar/index.js';
import { shownCounts } from './shown-counts.js';

test('what is due within two weeks and what is due later are two lists that meet without a gap', () => {
  const counts = { overdue: 1, absent: 2, soon: 3, later: 4 };
  const shown = shownCounts(counts, civilDate('2026-11-30'), { asOf: '2026-11-30' }, 'dates overdue');
  expect(shown.map(({ text, count, href }) => [text, count, href])).toEqual([
    ['dates overdue', '1', '/worklist?asOf=2026-11-30&status=overdue'],
    ['late with nothing on record', '2', '/worklist?asOf=2026-11-30&status=absent'],
    ['due within two weeks', '3', '/worklist?asOf=2026-11-30&status=due&dueBefore=2026-12-15'],
    ['due later', '4', '/worklist?asOf=2026-11-30&status=due&dueFrom=2026-12-15'],
  ]);
});
