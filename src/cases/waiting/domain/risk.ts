// When the risk grew while waiting, and what answered it (WAIT-45, WAIT-47).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { WaitEvent } from './events.js';
import { logOf } from './log.js';
import type { Dated, Wait } from './state.js';

export interface Risk extends Dated {
  /** Escalated, seen, or found lower since. */
  readonly answered?: Dated;
}

export function risksOf(wait: Pick<Wait, 'blocks'>): readonly Risk[] {
  const log = logOf(wait);
  return log.flatMap((event, at) => {
    if (change(event) !== 'higher') return [];
    const answer = log.find((one, index) => isAnswer(one) && (one.occurredOn > event.occurredOn || index > at));
    const answered = answer && { on: answer.occurredOn, eventId: answer.id };
    return [{ on: event.occurredOn, eventId: event.id, answered }];
  });
}

/** From the first day of it up to and without the day on which it was over. */
export interface RiskSpan {
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

/**
 * When the risk was known to be higher, on whatever day one looks: until a contact found it lower or the wait ended. "No change" and "not asked"
 * take nothing back, nor does an escalation; found higher again, it is higher since the first time.
 */
export function higherSpans(wait: Pick<Wait, 'blocks' | 'removed'>): readonly RiskSpan[] {
  const said = logOf(wait)
    .filter((event) => change(event) === 'higher' || change(event) === 'lower')
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
  const spans: RiskSpan[] = [];
  for (const event of said) {
    const last = spans[spans.length - 1];
    const isHigher = last !== undefined && last.to === undefined;
    if (change(event) === 'higher' && !isHigher) spans.push({ from: event.occurredOn });
    if (change(event) === 'lower' && isHigher) spans[spans.length - 1] = { ...last, to: event.occurredOn };
  }
  const over = wait.removed?.on;
  return spans
    .map(({ from, to }) => ({ from, to: over !== undefined && (to === undefined || over < to) ? over : to }))
    .filter(({ from, to }) => to === undefined || from < to);
}

const change = (event: WaitEvent): string | undefined =>
  event.type === 'WaitingWellContactMade' ? event.data.riskChange : undefined;

const isAnswer = (event: WaitEvent): boolean =>
  event.type === 'WaitEscalated' || event.type === 'WaitFirstContactAttended' || change(event) === 'lower';
