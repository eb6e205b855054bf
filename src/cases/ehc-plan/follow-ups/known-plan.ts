// An EHC plan makes the SEND status of its person known, wherever else the person is followed (TRN-07, TRN-20, AMB-07).
import { processManager } from '../../../engine/processing/process-managers/process-manager.js';
import { ehcPlanKind } from '../domain/plan-kind.js';
import type { EhcFact } from '../domain/events.js';
import type { Plan } from '../domain/state.js';

/** The kind of what it wants: no task, but a word to the person's own record. */
export const planKnown = 'ehc-plan-known';

export const knownPlan = processManager<Plan, EhcFact>(ehcPlanKind, {
  name: 'known-plan',
  words: {
    when: 'An EHC plan was issued, taken over or loaded, and when it ended, was withdrawn or its day was corrected',
    then:
      'The person\u2019s own record says so, from the day of the plan: Year 9 and 14 are prompted in their transition to adult services. ' +
      'No task. Plans from before this manager are told of, too.',
    rules: ['TRN-07', 'TRN-20', 'AMB-07'],
  },
  pathway: 'ehc',
  fromTheStart: true,
  wakes: new Set<EhcFact['type']>(['PlanIssued', 'PlanMovedIn', 'PlanCeased', 'FactCorrected', 'FactWithdrawn']),
  wanted: (_, { personId, made, ceased }) =>
    personId === undefined || made === undefined
      ? []
      : [
          {
            key: 'plan',
            kind: planKnown,
            personId,
            howeverLate: 'from-its-day',
            cause: { on: made.on, eventId: made.eventId },
            settledBy: ceased && { on: ceased.on, eventId: ceased.eventId },
          },
        ],
});
