// One wait as its page says it: why the clock began when it did, what became of it, how long it may still be, and the basis of each.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseNow } from '../../../engine/use-cases/case-now.js';
import { linksTo } from '../../../engine/web/forms/offered-form.js';
import { paths } from '../paths.js';
import { days } from '../../../engine/web/present/dates.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import type { EstimatedWait } from '../queries/estimated-wait.js';
import type { ContactOfWait } from '../queries/wait-contacts.js';
import type { ClockOfWait, OneWait } from '../queries/wait-answer.js';
import { weeksAndDays } from './shown-list.js';
import { waitForms } from './wait-forms.js';

export const waitTitle = ({ service }: Pick<OneWait, 'service'>): string => `Wait: ${words(service)}`;

const startWords: Readonly<Record<string, string>> = {
  referral: 'the day on which the referral was received (WAIT-01)',
  'new-date-agreed': 'the day on which a new date was agreed after the first appointment was missed (WAIT-03)',
  'decision-to-treat': 'the day of the decision to treat after active monitoring: a new clock at zero (WAIT-02)',
};

const day = (date: string): string => formatDate(date as CivilDate);

/** A clock in sentences; one that is no longer believed says until when it was (WAIT-44). */
export function clockSentences({ start, startedBy, end, endedBy, days: ran, ...clock }: ClockOfWait): string[] {
  const said = [`It started on ${day(start)}: ${startWords[startedBy] ?? inWords(startedBy)}.`];
  if (end !== undefined)
    said.push(
      endedBy === 'nullified'
        ? `It counts as if it had not run: the first appointment was missed on ${day(end)} (WAIT-03).`
        : `It ended on ${day(end)}${endedBy === undefined ? '' : `: ${inWords(endedBy)}`}.`,
    );
  if (ran !== undefined)
    said.push(`${end === undefined ? 'It has run' : 'It ran'} ${weeksAndDays(ran)}, never paused (WAIT-04).`);
  if (clock.recordedTo !== undefined)
    said.push(
      `So it was known from ${day(clock.recordedFrom)} until ${day(clock.recordedTo)}; it was corrected then (WAIT-44).`,
    );
  return said;
}

export const shownClocks = ({ clocks }: OneWait) => {
  const now = clocks.filter(({ recordedTo }) => recordedTo === undefined);
  // A note that only says "the same, known earlier" tells nobody anything.
  const key = ({ start, end, startedBy }: ClockOfWait) => `${start} ${end} ${startedBy}`;
  const before = clocks.filter(
    (clock) =>
      clock.recordedTo !== undefined && !now.some((known) => key(known) === key(clock)) && !wasOpen(clock, now),
  );
  return { now: now.map(clockSentences), before: before.map(clockSentences) };
};

/** The same start, before its end was recorded: no correction. */
const wasOpen = ({ start, startedBy, end }: ClockOfWait, now: readonly ClockOfWait[]): boolean =>
  end === undefined && now.some((known) => known.start === start && known.startedBy === startedBy);

/** WAIT-46: a range of weeks with its method, or why none is given. Never a date. */
export function shownEstimate({ weeks, why, label, asOf, method }: EstimatedWait) {
  const span = weeks && (weeks.from === weeks.to ? `${weeks.from}` : `${weeks.from} to ${weeks.to}`);
  return {
    text:
      span === undefined
        ? `No estimate is given. ${why ?? ''}`.trim()
        : `${span} ${span === '1' ? 'week' : 'weeks'} from ${day(asOf)}: ${label}.`,
    basis: `Basis: ${method} (WAIT-46).`,
  };
}

/** Of contacts only the last one is at hand: on an earlier day nothing is said where it came later. */
export const shownFacts = (wait: OneWait, isNow = true) =>
  [
    { key: 'Pathway', value: words(wait.pathway) },
    { key: 'Provider', value: words(wait.provider) },
    { key: 'Urgency', value: `${words(wait.urgency)}; it never moves the clock (WAIT-47)` },
    {
      key: 'Risk',
      value: wait.riskHigherOn && `Higher since ${day(wait.riskHigherOn)}, and not found lower since (WAIT-45)`,
    },
    { key: 'Appointment', value: wait.appointmentOn && day(wait.appointmentOn) },
    { key: 'First contact', value: wait.firstContactOn && day(wait.firstContactOn) },
    { key: 'Clock stopped', value: wait.clockStoppedOn && day(wait.clockStoppedOn) },
    {
      key: 'Removed from the list',
      value: wait.removedOn && `${day(wait.removedOn)}: ${inWords(wait.removalReason ?? '')} (WAIT-43)`,
    },
    { key: 'Checked to be live', value: wait.validatedOn && day(wait.validatedOn) },
    {
      key: 'Last contact while waiting',
      value: wait.lastContactOn ? day(wait.lastContactOn) : isNow ? 'None on record' : undefined,
    },
    ...wait.segments.map(({ segment, reachedOn, days: after }) => ({
      key: `${words(segment)} reached`,
      value: `${day(reachedOn)}, ${days(after)} after the step before (WAIT-23)`,
    })),
  ].filter(({ value }) => value !== undefined);

/** What can be recorded of the wait as it stands today. */
export const shownActions = (wait: OneWait, now: CaseNow | undefined) =>
  Object.entries(waitForms).flatMap(([step, form]) =>
    linksTo(form, { view: wait, now, subject: (_, { today }) => ({ wait, today }) }, () =>
      paths.waiting.record({ waitId: wait.id, step }),
    ),
  );

/** Whoever wrote it can read it, and so can everybody who holds the wait (WAIT-45). */
export const shownContact = (
  { on, by, what, outcome, riskChange, urgency, note }: ContactOfWait,
  nameOf: (id: string) => string,
) => ({
  on,
  title: what === 'concern' ? `Concern escalated: ${inWords(urgency ?? '')}` : words(what),
  outcome: outcome && words(outcome),
  risk: riskChange === 'higher' ? { text: 'Risk higher', colour: 'red' as const } : undefined,
  lower: riskChange === 'lower' ? 'Risk lower' : undefined,
  by: nameOf(by),
  note,
});
