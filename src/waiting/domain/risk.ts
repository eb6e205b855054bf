// When the risk grew while waiting, and what answered it (WAIT-45, WAIT-47).
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

/** Higher since, as long as nobody found it lower: "no change" and "not asked" take nothing back, nor does an escalation. */
export function higherSince(wait: Pick<Wait, 'blocks'>): Dated | undefined {
  const said = logOf(wait).filter((event) => change(event) === 'higher' || change(event) === 'lower');
  const last = said.reduce<WaitEvent | undefined>(
    (found, one) => (found && found.occurredOn > one.occurredOn ? found : one),
    undefined,
  );
  return last && change(last) === 'higher' ? { on: last.occurredOn, eventId: last.id } : undefined;
}

const change = (event: WaitEvent): string | undefined =>
  event.type === 'WaitingWellContactMade' ? event.data.riskChange : undefined;

const isAnswer = (event: WaitEvent): boolean =>
  event.type === 'WaitEscalated' || event.type === 'WaitFirstContactAttended' || change(event) === 'lower';
