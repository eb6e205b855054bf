// Meetings that were arranged for a day: the day never passes in silence, somebody says what happened (TRN-25).
import type { Facts } from '../../rules/facts.js';
import type { Transition } from './state.js';

/** What is arranged by one step and happens as another; any other step that is arranged happens as itself. */
const happensAs: Readonly<Record<string, string>> = {
  transferMeetingAgreed: 'finalMeeting',
  linkWorkerNamed: 'adultIntroduction',
};

export interface ArrangedMeeting {
  readonly step: string;
  readonly facts: Facts;
}

/** Of each step the last day that was arranged. Held, declined and not possible are answers alike. */
export function arrangedMeetings({ settled, closed }: Pick<Transition, 'settled' | 'closed'>): ArrangedMeeting[] {
  return Object.entries(settled).flatMap(([step, times]) => {
    const last = times.findLast(({ arrangedFor }) => arrangedFor !== undefined);
    if (last?.arrangedFor === undefined) return [];
    const { on, eventId, arrangedFor } = last;
    const happened = (settled[happensAs[step] ?? step] ?? []).find((one) => one.eventId !== eventId && one.on >= on);
    const facts = { arrangedFor: { on: arrangedFor, eventId, since: on }, happened, caseClosed: closed };
    return [{ step, facts }];
  });
}
