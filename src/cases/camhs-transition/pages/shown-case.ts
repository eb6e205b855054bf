// A transition as its page shows it: the next thing first, then each step of its protocol by stage, then the other dates.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { formatDate } from '../../../kernel/calendar/index.js';
import { fromToday } from '../../../engine/web/present/dates.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import type { TransitionView } from '../queries/case-view.js';
import type { TransitionWork } from '../queries/work-view.js';
import { shownDates, type Now } from './shown-dates.js';
import { shownStep, type Recording } from './shown-step.js';

export function shownCase(view: TransitionView, work: TransitionWork, now: Now, recording: Recording) {
  const { asOf } = now.asked;
  const ended = view.closedOn !== undefined;
  const dates = shownDates(view.id, work.lines, now);
  const around = { transitionId: view.id, work, dates, asOf, ended, recording };
  const stepIds = new Set(view.stages.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const others = dates.filter(({ key }) => !stepIds.has(key));
  return {
    asOf,
    facts: factsOf(view),
    marks: marksOf(view, asOf),
    next: view.nextStep && { id: view.nextStep.id, title: view.nextStep.title },
    closed: view.closedOn && { on: view.closedOn, to: view.closedTo },
    stages: view.stages.map((stage) => ({
      id: stage.id,
      label: stage.label,
      isNow: stage.id === view.stage,
      when: whenOf(stage),
      steps: stage.steps.map((step) => ({
        ...shownStep(step, around),
        isNext: step.id === view.nextStep?.id,
      })),
    })),
    open: others.filter(({ metOn }) => metOn === null),
    met: others.filter(({ metOn }) => metOn !== null),
    consents: work.consents.map(({ recipient, kind, on }) => ({
      recipient: words(recipient),
      tag: consentTags[kind],
      on,
    })),
    discussions: [...view.discussions].reverse().map(({ on, manner }) => ({ on, manner: inWords(manner) })),
    actions: actionsOf(recording, ended),
  };
}

/** "None" is not a no: nobody has asked, or what was said does not carry any more. */
const consentTags: Readonly<Record<string, Tag>> = {
  given: { text: 'Given', colour: 'green' },
  refused: { text: 'Refused', colour: 'orange' },
  withdrawn: { text: 'Withdrawn', colour: 'orange' },
  overridden: { text: 'Not given; override on record', colour: 'orange' },
  none: { text: 'No answer that holds', colour: 'grey' },
};

const on = (date: string | undefined): string => (date === undefined ? '' : formatDate(date as CivilDate));

const whenOf = ({ opensOn, closesOn }: TransitionView['stages'][number]): string => {
  if (opensOn === undefined) return 'Its day is not known: what starts it has not happened.';
  return closesOn === undefined ? `From ${on(opensOn)}.` : `${on(opensOn)} to ${on(closesOn)}.`;
};

const factsOf = (view: TransitionView) => [
  { key: 'Destination', value: view.destination ?? 'Not chosen yet' },
  { key: 'Leads now', value: view.leadServiceName },
  { key: 'In a crisis', value: view.inACrisis ?? 'Nobody to call for' },
  { key: 'Accepted', value: on(view.acceptedOn) },
  { key: 'Opened by the adult service', value: on(view.adultOpenedOn) },
  { key: 'Met the adult worker', value: on(view.adultMetOn) },
  { key: 'Referred to CAMHS', value: on(view.referredOn) },
  { key: 'Team', value: words(view.team) },
  { key: 'Protocol that this case keeps', value: view.protocol },
];

function marksOf({ lateReferral, needsFallback, past18, bridging }: TransitionView, asOf: CivilDate): Tag[] {
  const marks: Tag[] = [];
  if (needsFallback) marks.push({ text: 'Refused, nowhere to go yet (TRN-33)', colour: 'red' });
  if (past18)
    marks.push({
      text: `Past 18, ${past18.reason === undefined ? 'no reason recorded' : inWords(past18.reason)} (TRN-02)`,
      colour: past18.reason === undefined ? 'red' : 'yellow',
    });
  if (bridging)
    marks.push({ text: `Accepted ${fromToday(bridging.since as CivilDate, asOf)}, nobody met yet`, colour: 'orange' });
  if (lateReferral) marks.push({ text: 'Late referral (TRN-03)', colour: 'yellow' });
  return marks;
}

const actionsOf = ({ actions, consentHref, overrideHref }: Recording, ended: boolean) => [
  ...actions,
  ...(consentHref === undefined || ended ? [] : [{ text: 'Record consent to discuss', href: consentHref }]),
  ...(overrideHref === undefined || ended ? [] : [{ text: 'Share without consent', href: overrideHref }]),
];
