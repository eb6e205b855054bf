// Items of a hand-over wait for the receiver's answer, and what was sent back waits for CAMHS (TRN-B3.3).
import { processManager, type WantedTask } from '../../../engine/processing/process-managers/process-manager.js';
import { transitionKind } from '../domain/transition-kind.js';
import type { TransitionFact } from '../domain/events.js';
import type { Done, Item, Transition } from '../domain/state.js';

export const unansweredHandOver = processManager<Transition, TransitionFact>(transitionKind, {
  name: 'unanswered-hand-over',
  words: {
    when: 'An item of the hand-over was offered, or sent back',
    then:
      'Offered: a task for the receiving service to answer, and one for CAMHS to get the answer, until every item is answered. Sent ' +
      'back: a task for CAMHS until it is offered again. They go when the case was closed without an answer.',
    rules: ['TRN-B3.3'],
  },
  pathway: 'transition',
  wakes: new Set<TransitionFact['type']>([
    'HandOverItemOffered',
    'HandOverItemAccepted',
    'HandOverItemReturned',
    'CamhsClosed',
    'FactWithdrawn',
    'FactCorrected',
  ]),
  wanted: (_, state) => [
    ...task(state, 'hand-over-answer-adult', 'offered', 'answered'),
    ...task(state, 'hand-over-answer-camhs', 'offered', 'answered'),
    ...task(state, 'hand-over-sent-back', 'returned', 'offered'),
  ],
});

/** One for all the items, from the one that has waited longest; done with the last of what it waited for. */
function task(
  { opened, closed, items, itemsLast }: Transition,
  kind: string,
  status: 'offered' | 'returned',
  ends: 'answered' | 'offered',
) {
  const waiting = Object.values(items).filter((item) => item.status === status);
  const cause = earliest(waiting) ?? itemsLast[status];
  const settledBy = waiting.length > 0 ? undefined : itemsLast[ends];
  if (!opened || !cause || (closed && !settledBy)) return [];
  const { on, eventId } = cause;
  const wanted: WantedTask = {
    key: kind,
    kind,
    personId: opened.personId,
    cause: { on, eventId },
    howeverLate: 'from-its-day',
  };
  return [{ ...wanted, settledBy }];
}

const earliest = (waiting: readonly Item[]): Done | undefined =>
  waiting.reduce<Done | undefined>(
    (first, { on, eventId }) => (first && first.on <= on ? first : { on, eventId }),
    undefined,
  );
