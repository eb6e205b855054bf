// Everybody still open to CAMHS past 18, with the reason or that none is on record (TRN-02).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import { days } from '../../../engine/web/present/dates.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import { words } from '../../../engine/web/present/words.js';
import type { Past18Line, Past18Page } from '../queries/list-past-18.js';
import { heldWords, personMarks } from '../../../engine/web/present/person-marks.js';

function reasonTag({ past18 }: Past18Line): Tag {
  if (!past18?.reason) return { text: 'No reason recorded', colour: 'red' };
  return { text: words(past18.reason), colour: past18.reviewOverdue ? 'orange' : 'blue' };
}

/** `mayRecord`: CAMHS answers for the reason; an adult service only sees it. Nothing is asked while a death is said and not confirmed (REC-11). */
export const shownPast18 = (line: Past18Line, mayRecord = false) => ({
  href: paths.adult.handOver({ transitionId: line.id }),
  person: line.name || 'Name not known',
  marks: personMarks(line),
  team: words(line.team),
  howLong: line.past18 ? days(line.past18.days) : 'Not known',
  since: line.past18?.since,
  reason: reasonTag(line),
  held: line.saidToHaveDied ? heldWords : undefined,
  review: line.past18?.reviewOn
    ? `${line.past18.reviewOverdue ? 'Review was due' : 'Review on'} ${formatDate(line.past18.reviewOn as CivilDate)}`
    : '',
  record:
    mayRecord && !line.saidToHaveDied ? paths.transition.record({ transitionId: line.id, step: 'past-18' }) : undefined,
  destination: line.destination ?? 'No service is chosen',
});

export const past18Lead = ({ count, longestDays }: Past18Page): string =>
  count === 0
    ? 'Nobody is open to CAMHS past 18.'
    : `${count} ${count === 1 ? 'person is' : 'people are'} open to CAMHS past 18, the longest for ${days(longestDays)}.`;
