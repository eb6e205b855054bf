// When the risk grew while waiting, and what answered it (WAIT-45, WAIT-47).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Dated, Wait } from './state.js';

export interface Risk extends Dated {
  /** Escalated, seen, or found lower since. */
  readonly answered?: Dated;
}

export function risksOf({ risk }: Pick<Wait, 'risk'>): readonly Risk[] {
  const said = risk.flat();
  return said.flatMap(({ what, on, eventId }, at) => {
    if (what !== 'higher') return [];
    const answer = said.find((one, index) => one.what !== 'higher' && (one.on > on || index > at));
    return [{ on, eventId, answered: answer && { on: answer.on, eventId: answer.eventId } }];
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
export function higherSpans({ risk, removed }: Pick<Wait, 'risk' | 'removed'>): readonly RiskSpan[] {
  const said = risk
    .flat()
    .filter(({ what }) => what !== 'answered')
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const spans: RiskSpan[] = [];
  for (const { what, on } of said) {
    const last = spans[spans.length - 1];
    const isHigher = last !== undefined && last.to === undefined;
    if (what === 'higher' && !isHigher) spans.push({ from: on });
    if (what === 'lower' && isHigher) spans[spans.length - 1] = { ...last, to: on };
  }
  const over = removed?.on;
  return spans
    .map(({ from, to }) => ({ from, to: over !== undefined && (to === undefined || over < to) ? over : to }))
    .filter(({ from, to }) => to === undefined || from < to);
}
