// One step of a replay as the page tells it: what happened, what it changed, which dates it moved, how it is proved.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { chainStart } from '../../../store/chain.js';
import { paths } from '../../web/paths.js';
import { moment, number } from '../../web/present/dates.js';
import { shownEvent, type NameOf } from '../../web/present/history.js';
import { words } from '../../web/present/words.js';
import type { HistoryEvent } from '../queries/history-page.js';
import type { DateThen, ReplayedStep } from '../queries/replayed-step.js';
import { changedLines, stateLines, type ChangedLine } from './state-lines.js';

const perPage = 25;

export function shownStep(replayed: ReplayedStep, personId: string, nameOf: NameOf) {
  const { step, total, event, events, rulePacks, verified } = replayed;
  const after = stateLines(replayed.after);
  return {
    step,
    total,
    buttons: buttons(step, total, personId),
    event: {
      ...shownEvent(event, nameOf),
      type: event.type,
      version: event.schemaVersion,
      organisation: words(event.actor.organisation),
      onBehalfOf: event.onBehalfOf,
    },
    forgotten: event.personalFields === 'destroyed',
    changes: changedLines(stateLines(replayed.before), after),
    dates: movedDates(replayed.datesBefore, replayed.datesAfter),
    state: after,
    rulePacks,
    proof: {
      hash: event.hash,
      previousHash: event.previousHash === chainStart ? undefined : event.previousHash,
      revision: event.revision,
      whole: verified.problems.length === 0,
      checked: `${number(verified.events)} ${verified.events === 1 ? 'entry' : 'entries'} in ${number(verified.streams)} ${verified.streams === 1 ? 'record' : 'records'}`,
      problems: verified.problems.map(({ revision, problem }) => `Entry ${revision}: ${problem}`),
    },
    ...listAround(events, step, personId, nameOf),
  };
}

const toStep = (personId: string, step: number): string => paths.history.steps({ personId }, { step });

/** Without an address where there is nowhere to go. */
function buttons(step: number, total: number, personId: string) {
  const to = (text: string, target: number, may: boolean) => ({
    text,
    href: may ? toStep(personId, target) : undefined,
  });
  return [
    to('First', 1, step > 1),
    to('Previous', step - 1, step > 1),
    to('Next', step + 1, step < total),
    to('Last', total, step < total),
  ];
}

export function movedDates(before: readonly DateThen[], after: readonly DateThen[]): readonly ChangedLine[] {
  const key = (date: DateThen) => `${date.subjectId} ${date.key} ${date.rule}`;
  const said = ({ dueOn, metOn }: DateThen) =>
    metOn === null
      ? `due ${formatDate(dueOn as CivilDate)}`
      : `done ${formatDate(metOn as CivilDate)} (was due ${formatDate(dueOn as CivilDate)})`;
  const lines = (dates: readonly DateThen[]) =>
    dates.map((date) => ({
      path: key(date),
      label: `${date.title} (${date.rule}), ${date.subject}`,
      value: said(date),
    }));
  return changedLines(lines(before), lines(after));
}

/** The part of the history in which the step stands. */
function listAround(events: readonly HistoryEvent[], step: number, personId: string, nameOf: NameOf) {
  const from = Math.floor((step - 1) / perPage) * perPage;
  const earlier = from > 0 ? toStep(personId, from) : undefined;
  const later = from + perPage < events.length ? toStep(personId, from + perPage + 1) : undefined;
  return {
    list: events.slice(from, from + perPage).map((event, index) => ({
      number: from + index + 1,
      href: toStep(personId, from + index + 1),
      current: from + index + 1 === step,
      title: words(event.type),
      pathway: words(event.stream.slice(0, event.stream.indexOf('-'))),
      on: event.occurredOn,
      recordedAt: moment(event.recordedAt),
      by: nameOf(event.actor.id),
      role: words(event.actor.role),
    })),
    earlier,
    later,
  };
}
