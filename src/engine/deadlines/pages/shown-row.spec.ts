// Where a row of a worklist leads: to the page on which the work is done, and to the person where there is none.
import { caseTypes } from '../../../apps/cases.js';
import { civilDate } from '../../../kernel/calendar/index.js';
import type { WorklistRow } from '../worklist-rows.js';
import { shownTask } from './shown-row.js';

const today = civilDate('2026-06-01');
const row = {
  ...{
    pathway: 'ehc',
    caseId: 'c1',
    personId: 'p1',
    person: 'Ivy Sample',
    scope: 'plan',
    subjectId: 's1',
    subject: '',
  },
  ...{ key: 'k', rule: 'EHC-22', title: 'A step', force: 'law', dueOn: civilDate('2026-06-10'), status: 'due' },
} as unknown as WorklistRow;
const shown = (over: Partial<WorklistRow> = {}) => shownTask({ ...row, ...over }, today, today, caseTypes);

it.each([
  ['a plan', {}, '/ehc/plans/c1'],
  ['a review of a plan', { scope: 'cycle' }, '/ehc/plans/c1/reviews/s1'],
  ['a transition', { pathway: 'transition', scope: 'case' }, '/transitions/c1'],
  ['a wait', { pathway: 'waiting', scope: 'wait' }, '/waiting/c1'],
  ['a task, which has no page of its own', { pathway: 'waiting', scope: 'task' }, '/people/p1'],
  ['a pathway that nobody here knows', { pathway: 'unheard-of' }, '/people/p1'],
] as const)('%s', (_, over, href) => expect(shown(over)).toMatchObject({ href, personHref: '/people/p1' }));

it('EHC-11: a term list is about no one person: its name leads to the list too', () => {
  const list = { scope: 'term', subject: 'term list 2026-autumn, no institution' };
  expect(shown(list)).toMatchObject({ person: 'A school’s list', personHref: shown(list).href });
  expect(shown(list).href).toMatch(/^\/ehc\/term-lists\/.*2026-autumn.*none/);
});
