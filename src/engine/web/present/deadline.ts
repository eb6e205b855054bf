// A deadline as a page shows it: the date, a tag in words and colour, how strong the rule is, and the way to "Why this date?".
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Status } from '../../../rules/deadline.js';
import { paths } from '../paths.js';
import { days, fromToday } from './dates.js';
import { words } from './words.js';

export interface Tag {
  readonly text: string;
  readonly colour: 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'grey' | 'white';
}

interface Dated {
  readonly dueOn: CivilDate;
  readonly metOn: CivilDate | null;
  readonly status: Status;
}

/** Under two weeks there is little time left for what needs two weeks' notice. */
const soon = 14;

export function statusTag({ dueOn, metOn, status }: Dated, asOf: CivilDate): Tag {
  const late = daysBetween(dueOn, metOn ?? asOf);
  switch (status) {
    case 'overdue':
      return { text: `${days(late)} overdue`, colour: 'red' };
    case 'absent':
      return { text: `Nothing on record, ${days(late)} late`, colour: 'red' };
    case 'due':
      return { text: `Due ${fromToday(dueOn, asOf)}`, colour: late > -soon ? 'yellow' : 'blue' };
    case 'missed':
      return { text: 'Missed', colour: 'grey' };
    case 'met':
      return { text: 'Done in time', colour: 'green' };
    case 'met late':
      return { text: `Done ${days(late)} late`, colour: 'orange' };
    case 'too early':
      return { text: 'Done too early', colour: 'orange' };
    case 'not known':
      return { text: 'Not known: a return does not tell', colour: 'grey' };
    case 'passed':
      return { text: 'Over', colour: 'grey' };
  }
}

interface Explained extends Dated {
  readonly pathway: string;
  readonly caseId: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly key: string;
  readonly title: string;
  readonly rule: string;
  readonly force: string;
}

export interface ShownDeadline {
  readonly title: string;
  readonly subject: string;
  readonly dueOn: CivilDate;
  readonly tag: Tag;
  readonly rule: string;
  readonly force: string;
  readonly isLaw: boolean;
  readonly why: string;
}

/** Of one case, for one day: shown in one row, each with its own rule. */
export function together<R extends ShownDeadline>(
  rows: readonly R[],
  sameAs: (row: R) => string,
): (R & { readonly also: readonly R[] })[] {
  const groups: (R & { also: R[] })[] = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last && sameAs(last) === sameAs(row)) last.also.push(row);
    else groups.push({ ...row, also: [] });
  }
  return groups;
}

/** The same thing on the same day in the same state. */
export const sameDay = ({ dueOn, tag, href = '' }: ShownDeadline & { readonly href?: string }): string =>
  `${dueOn} ${tag.text} ${href}`;

export const shownDeadline = (row: Explained, asOf: CivilDate, today = asOf): ShownDeadline => ({
  title: row.title,
  subject: row.subject,
  dueOn: row.dueOn,
  tag: statusTag(row, asOf),
  rule: row.rule,
  force: words(row.force),
  isLaw: row.force === 'law',
  why: whyPath(row, asOf === today ? undefined : asOf),
});

export const whyPath = (row: Pick<Explained, 'pathway' | 'caseId' | 'key' | 'subjectId'>, asOf?: CivilDate): string =>
  paths.why({ pathway: row.pathway, caseId: row.caseId }, { key: row.key, subjectId: row.subjectId, asOf });
