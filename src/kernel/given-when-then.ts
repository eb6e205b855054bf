// Given / when / then for deciders and projections, in one language, without a test runner of its own.
import type { Decider } from './decider.js';
import { isOnwardError, type OnwardError } from './errors.js';
import type { Fact, Recorded } from './events.js';
import { History, stateOf } from './history.js';

/** Makes past events out of facts, with ids `e1`, `e2`, … in the order given. */
export const past = <F extends Fact>(facts: readonly F[], recordedAt = '2026-01-01T09:00:00.000Z'): (F & Recorded)[] =>
  facts.map((fact, index) => ({ ...fact, id: `e${index + 1}`, recordedAt }));

/**
 * `given(decider, facts).when(command)` answers either the facts that follow or the refusal:
 * `expect(given(plan, [issued]).when(cease).facts).toEqual([...])`, `expect(….refusal?.parts.rule).toBe('EHC-60')`.
 * A defect (any other error) is thrown on, never mistaken for a refusal.
 */
export function given<C, S, F extends Fact>(decider: Decider<C, S, F>, facts: readonly F[] = []) {
  const history = new History(decider).takeAll(past(facts));
  const { state } = history;
  return {
    state,
    when(command: C): { facts: readonly F[]; refusal?: OnwardError; state: S } {
      try {
        const stated = decider.decide(command, state, history);
        const after = stateOf(decider, past([...facts, ...stated]));
        return { facts: stated, state: after };
      } catch (error) {
        if (isOnwardError(error)) return { facts: [], refusal: error, state };
        throw error;
      }
    },
  };
}
