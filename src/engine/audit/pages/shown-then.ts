// A person's cases on two clocks as the page tells them: what had happened by a day, as far as it was recorded by another.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { moment } from '../../web/present/dates.js';
import type { NameOf } from '../../web/present/history.js';
import { words } from '../../web/present/words.js';
import type { CaseState } from '../queries/case-state.js';
import { stateLines } from './state-lines.js';

export interface Clocks {
  readonly trueOn?: CivilDate;
  readonly knownOn?: CivilDate;
}

export function asked({ trueOn, knownOn }: Clocks): string {
  if (trueOn && knownOn) return `What was true on ${formatDate(trueOn)}, as it was known on ${formatDate(knownOn)}`;
  if (trueOn) return `What was true on ${formatDate(trueOn)}, as it is known today`;
  return knownOn ? `What was known on ${formatDate(knownOn)}` : '';
}

export const shownCase = (found: CaseState, nameOf: NameOf) => ({
  title: words(found.case),
  id: `case-${found.stream.replaceAll(/[^\w-]/g, '-')}`,
  nothing: found.events === 0,
  last: found.lastEvent && {
    title: words(found.lastEvent.type),
    on: found.lastEvent.occurredOn,
    recordedAt: moment(found.lastEvent.recordedAt),
    by: nameOf(found.lastEvent.actor.id),
    role: words(found.lastEvent.actor.role),
  },
  leftOut: leftOut(found.eventsLeftOut),
  rulePacks: found.rulePacks,
  dates: found.deadlines.map(({ title, rule, subject, dueOn, metOn, status }) => ({
    title,
    rule,
    subject,
    dueOn,
    metOn,
    status: words(status),
  })),
  state: stateLines(found.state),
});

const leftOut = (events: number): string | undefined =>
  events === 0
    ? undefined
    : `${events} ${events === 1 ? 'entry of it is' : 'entries of it are'} left out: not yet happened, or not yet recorded.`;
