// Meetings that were arranged for a day: the day never passes in silence, somebody says what happened (TRN-25).
import type { Facts } from '../../../rules/facts.js';
import { destinationOf } from './destinations.js';
import type { Done, Transition } from './state.js';

/** What is arranged by one step and happens as another; any other step that is arranged happens as itself. */
const happensAs: Readonly<Record<string, string>> = {
  transferMeetingAgreed: 'finalMeeting',
  linkWorkerNamed: 'adultIntroduction',
};

const introduction = 'adultIntroduction';
const subjectOf = (step: string): string => `arranged-${step}`;

/** The subjects that are introductions to the adult worker: after the transfer the adult service answers for them. */
export const introductionsArranged: readonly string[] = [
  introduction,
  ...Object.keys(happensAs).filter((step) => happensAs[step] === introduction),
].map(subjectOf);

export interface ArrangedMeeting {
  readonly subjectId: string;
  readonly facts: Facts;
}

/** Of each step the last day that was arranged. Held, declined and not possible are answers alike. */
export function arrangedMeetings(state: Arrangements): ArrangedMeeting[] {
  const { settled } = state;
  return Object.entries(settled).flatMap(([step, times]) => {
    const last = times.findLast(({ arrangedFor }) => arrangedFor !== undefined);
    if (last?.arrangedFor === undefined) return [];
    const { on, eventId, arrangedFor } = last;
    const happens = happensAs[step] ?? step;
    // What happened on the day of the arrangement itself is the meeting at which the next one was agreed, unless that was for the same day.
    const happened = (settled[happens] ?? []).find(
      (one) => one.eventId !== eventId && (one.on > on || (one.on === on && arrangedFor <= on)),
    );
    const facts = { arrangedFor: { on: arrangedFor, eventId, since: on }, happened, ...endsOf(happens, state) };
    return [{ subjectId: subjectOf(step), facts }];
  });
}

type Arrangements = Pick<Transition, 'settled' | 'closed' | 'receivers' | 'handedOver'>;

/** With the closure to CAMHS its meetings end. An introduction is held by the adult service then, until that lets go too (TRN-25). */
function endsOf(happens: string, { closed, receivers, handedOver }: Arrangements): Facts {
  if (!closed || happens !== introduction) return { caseClosed: closed };
  if (destinationOf(closed.destination).kind === 'none') return { caseClosed: closed };
  return { serviceLetGo: lastLetGo([...receivers, ...handedOver]) };
}

function lastLetGo(all: Transition['receivers']): Done | undefined {
  const ends = all.map(({ letGo }) => letGo);
  return ends.every((end) => end !== undefined) ? ends.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1) : undefined;
}
