// A task as its page shows it: when it is due, for whom, and why it was made (the rule and the event).
import { daysBetween, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseTypes } from '../../processing/case-types.js';
import { paths } from '../../web/paths.js';
import { days, fromToday } from '../../web/present/dates.js';
import type { Tag } from '../../web/present/deadline.js';
import { workerName } from '../../web/present/worker-name.js';
import { words } from '../../web/present/words.js';
import { kindOf } from '../domain/kinds.js';
import type { TaskLine } from '../queries/task-page.js';
import { personMarks } from '../../web/present/person-marks.js';

const on = (date: string): string => formatDate(date as CivilDate);

const dueTag = ({ daysLate, dueOn }: TaskLine, asOf: CivilDate): Tag =>
  daysLate > 0
    ? { text: `${days(daysLate)} overdue`, colour: 'red' }
    : { text: `Due ${fromToday(dueOn as CivilDate, asOf)}`, colour: daysLate > -3 ? 'yellow' : 'blue' };

const isOfTerm = ({ kind }: TaskLine): boolean => kind === 'term-lists-due';

const placeOf = ({ pathway, kind, caseId }: TaskLine, types: CaseTypes) =>
  types.pathways.find((one) => one.pathway === pathway)?.tasksAt?.({ kind, caseId });

/** A task about no one person leads to what it is about. */
const aboutWhom = (task: TaskLine, types: CaseTypes) =>
  isOfTerm(task)
    ? { person: 'Term lists', personHref: placeOf(task, types) }
    : { person: task.person || 'Name not known', personHref: paths.person({ personId: task.personId }) };

const causeWords = (task: TaskLine): string =>
  isOfTerm(task)
    ? `because lists were not sent ${days(daysBetween(task.cause.on as CivilDate, task.dueOn as CivilDate))} before they are due`
    : `for what happened on ${on(task.cause.on)}`;

/** What is shared without consent, in a sentence; whom to ask stands in it (TRN-44). */
const overrideWords = ({ override: told }: TaskLine, nameOf: (id: string) => string): string | undefined =>
  told &&
  `${words(told.purpose)}: ${words(told.recipient)}, from ${on(told.from)} up to and without ${on(told.until)}. ` +
    `Ground: ${words(told.basis).toLowerCase()}. Authorised by ${workerName(told.authorisedBy, nameOf)}`;

const whereClosed: Readonly<Record<string, string>> = {
  referral: 'Record the answer to the referral',
  'hand-over': 'Record the answer to its items',
};

/** Where that is recorded which closes a task that nobody calls done. */
const closedWhere = (task: TaskLine, mayDo: boolean, types: CaseTypes) => {
  const { kind, personId } = task;
  if (!mayDo || !kindOf(kind).closedByFactsOnly) return { confirm: undefined, confirmWords: undefined };
  if (kind === 'confirm-death' || kind === 'death-denied')
    return {
      confirm: paths.person({ personId }),
      confirmWords:
        kind === 'death-denied'
          ? 'Put the record right that still says it, or record the death'
          : 'Confirm the death on their own record, or put the other record right',
    };
  return {
    confirm: placeOf(task, types),
    confirmWords: whereClosed[kind.split('-answer')[0] ?? ''] ?? 'Record what became of it',
  };
};

export const shownTaskLine = (
  task: TaskLine,
  asOf: CivilDate,
  me: string,
  mayDo: boolean,
  types: CaseTypes,
  nameOf: (id: string) => string = (id) => id,
) => ({
  title: task.title,
  about: overrideWords(task, nameOf),
  doneWords: kindOf(task.kind).doneByReading ? 'I have read it' : 'It is done',
  dueOn: task.dueOn,
  tag: dueTag(task, asOf),
  ...aboutWhom(task, types),
  marks: personMarks(task),
  whose: task.assignee === null ? `${words(task.role)}: nobody has taken it` : task.assignee === me ? 'You' : 'Taken',
  because: `Opened ${on(task.openedOn)} by Onward under ${task.rule}, ${causeWords(task)}`,
  ...closedWhere(task, mayDo, types),
  done:
    mayDo && !kindOf(task.kind).closedByFactsOnly
      ? paths.taskDone({ pathway: task.pathway, taskId: task.id })
      : undefined,
});
