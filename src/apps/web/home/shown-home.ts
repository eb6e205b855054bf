// The counts and the first rows of home, as they are shown.
import { listOfLabel } from '../../../cases/ehc-plan/domain/term-lists/subjects.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { soonDays, type WorklistCounts } from '../../../engine/deadlines/queries/count-worklist.js';
import type { WorklistRow } from '../../../engine/deadlines/worklist-rows.js';
import { paths } from '../../../engine/web/paths.js';
import { number } from '../../../engine/web/present/dates.js';
import { shownDeadline, type ShownDeadline, type Tag } from '../../../engine/web/present/deadline.js';
import { words } from '../../../engine/web/present/words.js';
import { personMarks } from '../../../engine/web/present/person-marks.js';

export interface ShownTask extends ShownDeadline {
  readonly person: string;
  readonly marks: readonly Tag[];
  readonly personHref: string;
  readonly pathway: string;
  /** Where the work is done: the case's own page where it has one. */
  readonly href: string;
}

/** Pages of cases by pathway; another row leads to the person. */
function casePath({ pathway, caseId, personId, scope, subjectId, subject }: WorklistRow): string {
  const list = scope === 'term' ? listOfLabel(subject) : undefined;
  if (list) return paths.ehc.termList(list);
  // A task's row holds the id of the task, which has no page of its own.
  if (scope === 'task') return paths.person({ personId });
  if (pathway === 'waiting') return paths.waiting.wait({ waitId: caseId });
  if (pathway === 'transition') return paths.transition.case({ transitionId: caseId });
  if (pathway !== 'ehc') return paths.person({ personId });
  return scope === 'cycle'
    ? paths.ehc.review({ planId: caseId, cycleId: subjectId })
    : paths.ehc.plan({ planId: caseId });
}

export const shownTask = (row: WorklistRow, asOf: CivilDate, today: CivilDate): ShownTask => ({
  ...shownDeadline(row, asOf, today),
  marks: personMarks(row),
  // A term list is about no one person.
  person: row.scope === 'term' ? 'A school’s list' : row.person,
  personHref: row.scope === 'term' ? casePath(row) : paths.person({ personId: row.personId }),
  pathway: words(row.pathway),
  href: casePath(row),
});

/** Each count leads to the list that it counted; `whose` narrows both. */
export function shownCounts(
  { overdue, absent, soon, later }: WorklistCounts,
  asOf: CivilDate,
  whose: Readonly<Record<string, string | undefined>>,
) {
  const only = (status: string, due: Readonly<Record<string, string>> = {}) =>
    paths.worklist({}, { ...whose, status, ...due });
  const afterSoon = addDays(asOf, soonDays + 1);
  return [
    { count: number(overdue), text: 'overdue', href: only('overdue'), colour: overdue > 0 ? 'red' : '' },
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
