// A task as its page shows it: when it is due, for whom, and why it was made (the rule and the event).
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { paths } from '../../web/paths.js';
import { days, fromToday } from '../../web/present/dates.js';
import type { Tag } from '../../web/present/deadline.js';
import { words } from '../../web/present/words.js';
import type { TaskLine } from '../queries/task-page.js';

const on = (date: string): string => formatDate(date as CivilDate);

const dueTag = ({ daysLate, dueOn }: TaskLine, asOf: CivilDate): Tag =>
  daysLate > 0
    ? { text: `${days(daysLate)} overdue`, colour: 'red' }
    : { text: `Due ${fromToday(dueOn as CivilDate, asOf)}`, colour: daysLate > -3 ? 'yellow' : 'blue' };

export const shownTaskLine = (task: TaskLine, asOf: CivilDate, me: string, mayDo: boolean) => ({
  title: task.title,
  dueOn: task.dueOn,
  tag: dueTag(task, asOf),
  person: task.person || 'Name not known',
  personHref: paths.person({ personId: task.personId }),
  whose: task.assignee === null ? `${words(task.role)}: nobody has taken it` : task.assignee === me ? 'You' : 'Taken',
  because: `Opened ${on(task.openedOn)} by Onward under ${task.rule}, for what happened on ${on(task.cause.on)}`,
  done: mayDo ? paths.taskDone({ pathway: task.pathway, taskId: task.id }) : undefined,
});
