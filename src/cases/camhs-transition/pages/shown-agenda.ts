// The agenda of the interface meeting as it is shown: named by consent, everyone else by age and stage only (TRN-44).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import { formatDate } from '../../../kernel/calendar/index.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import type { AgendaView, MinuteView } from '../queries/interface-agenda.js';
import { personMarks } from '../../../engine/web/present/person-marks.js';

const bases: Readonly<Record<string, string>> = { consent: 'Consent', override: 'Override on record' };

/** `goesOn`: there are pages before this one. */
export function shownAgenda(
  { named, anonymised, anonymousBefore, next, recipient, recipients }: AgendaView,
  asOf: CivilDate,
  mayRecord: boolean,
  goesOn: boolean,
) {
  // A count of one page must not look like a count of everybody.
  const whole = next === undefined && !goesOn;
  const counted = (count: number) => (whole ? `${count}` : `${count} on this page`);
  return {
    recipient: words(recipient),
    recipients: recipients.map((code) => ({ value: code, text: words(code), selected: code === recipient })),
    named: named.map((one) => ({
      name: one.name,
      marks: personMarks(one),
      href: paths.transition.case({ transitionId: one.id }),
      team: words(one.team),
      age: one.ageYears,
      stage: stageWords(one.stage),
      basis: bases[one.basis] ?? one.basis,
      last: one.lastDiscussedOn === undefined ? 'Not on record' : formatDate(one.lastDiscussedOn as CivilDate),
      overdue: one.discussionOverdue,
      minute: shownMinute(one.lastMinute),
      record: mayRecord ? paths.transition.record({ transitionId: one.id, step: 'interface' }) : undefined,
    })),
    anonymous: anonymised.map((one, index) => ({
      number: anonymousBefore + index + 1,
      age: one.ageYears,
      stage: stageWords(one.stage),
      overdue: one.discussionOverdue,
    })),
    ofNamed: `By name: ${counted(named.length)}`,
    ofAnonymous: `Without a name: ${counted(anonymised.length)}`,
    // A later page without a name has those with one before it.
    nobodyNamed: named.length === 0 && !goesOn,
    isPart: !whole,
    asOf,
  };
}

function shownMinute(minute: MinuteView | undefined) {
  if (!minute) return undefined;
  const { on, decision, minute: text, action, actionBy, actionDueOn } = minute;
  const by = actionBy === undefined ? '' : `by ${inWords(actionBy)}`;
  const until = actionDueOn === undefined ? '' : ` until ${formatDate(actionDueOn as CivilDate)}`;
  return {
    on: formatDate(on as CivilDate),
    decision: decision === undefined ? undefined : words(decision),
    text,
    action,
    whose: `${by}${until}`,
  };
}

/** `A-2` is stage 2 of protocol A. */
export const stageWords = (stage: string | undefined): string => {
  if (stage === undefined) return 'no stage yet';
  const [, protocol, number] = /^([A-Z])-(\d)$/.exec(stage) ?? [];
  return number === undefined ? stage : `stage ${number} of protocol ${protocol}`;
};
