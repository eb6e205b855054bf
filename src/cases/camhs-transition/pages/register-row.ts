// One line of the register as it is shown: the gate, what the protocol wants next, who is the named worker.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import { days, fromToday } from '../../../engine/web/present/dates.js';
import { statusTag, type Tag } from '../../../engine/web/present/deadline.js';
import { heldWords, personMarks } from '../../../engine/web/present/person-marks.js';
import { inWords } from '../../../engine/web/present/words.js';
import type { TransitionLine } from '../queries/register-line.js';
import { gateWords } from './register-filters.js';
import { words } from '../../../engine/web/present/words.js';
import { nextStepTag } from './step-tag.js';

/** `asOf` is left out of the links where it is today. */
export function shownLine(line: TransitionLine, asOf: CivilDate, today: CivilDate) {
  const { nextGate, nextGateOn, nextStep, past18 } = line;
  const on = nextGateOn as CivilDate | undefined;
  const then = asOf === today ? undefined : asOf;
  return {
    name: line.name,
    href: paths.transition.case({ transitionId: line.id }, { asOf: then }),
    personHref: paths.person({ personId: line.personId }, { asOf: then }),
    team: words(line.team),
    gate: gateWords(nextGate),
    gateOn: on,
    when: gateTag(nextGate, on, asOf),
    next: nextStep && {
      id: nextStep.id,
      title: nextStep.title,
      by: nextStep.closesOn,
      tag: nextStepTag(nextStep, asOf),
    },
    held: line.saidToHaveDied ? heldWords : undefined,
    workers: line.namedWorkers.map(({ name }) => name),
    destination: line.destination,
    marks: [...personMarks(line), ...(line.saidToHaveDied ? [] : marksOf(line, asOf))],
    past18: past18 && (past18.reason === undefined ? undefined : inWords(past18.reason)),
  };
}

function gateTag(gate: string, on: CivilDate | undefined, asOf: CivilDate): Tag {
  if (on === undefined) return { text: 'Not known', colour: 'orange' };
  if (gate === 'past-18') return { text: fromToday(on, asOf), colour: 'red' };
  return { text: fromToday(on, asOf), colour: statusTag({ dueOn: on, metOn: null, status: 'due' }, asOf).colour };
}

/** What makes this case unlike the others of its age. */
function marksOf(line: TransitionLine, asOf: CivilDate): Tag[] {
  const { lateReferral, send, needsFallback, unanswered, past18, bridging } = line;
  const marks: Tag[] = [];
  if (needsFallback) marks.push({ text: 'Refused, nowhere to go yet (TRN-33)', colour: 'red' });
  for (const { service, days: waited } of unanswered)
    marks.push({ text: `No answer from ${service} for ${days(waited)} (TRN-33)`, colour: 'orange' });
  if (past18 && past18.reason === undefined) marks.push({ text: 'No reason recorded (TRN-02)', colour: 'red' });
  if (past18?.reviewOverdue && past18.reviewOn !== undefined)
    marks.push({ text: `Reason to be reviewed ${fromToday(past18.reviewOn as CivilDate, asOf)}`, colour: 'orange' });
  if (bridging) marks.push({ text: `Accepted, not met for ${days(bridging.days)}`, colour: 'orange' });
  if (lateReferral) marks.push({ text: 'Late referral (TRN-03)', colour: 'yellow' });
  if (send) marks.push({ text: 'SEND or long-term need', colour: 'white' });
  return marks;
}
