// The dates of a transition with their words: what each means, how it stands, why it is that day.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { statusTag, whyPath, type Tag } from '../../../engine/web/present/deadline.js';
import { words } from '../../../engine/web/present/words.js';
import type { Visit } from '../../../engine/web/visit.js';
import type { WorkLine } from '../queries/work-view.js';

export type Now = Pick<Visit, 'asked' | 'today'> & {
  /** Whether "Why this date?" would answer them, with who recorded what started it. */
  readonly mayAskWhy: boolean;
};

export interface ShownDate extends WorkLine {
  readonly tag: Tag;
  readonly forceWords: string;
  readonly label: string;
  readonly why?: string;
}

const labels: Readonly<Record<string, string>> = { notBefore: 'Not before', period: 'Runs until', target: 'Aim for' };

/** What is over by itself asks nothing of anybody. */
export const shownDates = (caseId: string, lines: readonly WorkLine[], now: Now): ShownDate[] =>
  lines
    .filter(({ status }) => status !== 'passed')
    .map((line) => ({
      ...line,
      tag: tagOf(line, now.asked.asOf),
      forceWords: words(line.force),
      label: labels[line.kind] ?? 'Due',
      why: now.mayAskWhy ? whyPath({ pathway: 'transition', caseId, ...line }, then(now)) : undefined,
    }));

const tagOf = (line: WorkLine, asOf: CivilDate): Tag =>
  line.kind === 'notBefore' && line.status === 'due' ? { text: 'Not yet', colour: 'grey' } : statusTag(line, asOf);

const then = ({ asked: { asOf }, today }: Now): CivilDate | undefined => (asOf === today ? undefined : asOf);
