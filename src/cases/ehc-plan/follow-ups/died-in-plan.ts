// A plan ceased because the young person died, as a return says it: the other records do not know yet (EHC-65).
import { processManager } from '../../../engine/processing/process-managers/process-manager.js';
import { deathToConfirm, wordsOfDeath } from '../../../engine/processing/process-managers/said-to-have-died.js';
import { ehcPlanKind } from '../domain/plan-kind.js';
import type { EhcFact } from '../domain/events.js';
import type { Plan } from '../domain/state.js';

export const diedInPlan = processManager<Plan, EhcFact>(ehcPlanKind, {
  name: 'died-in-plan',
  words: wordsOfDeath('A plan ceased on the ground that the young person died'),
  pathway: 'ehc',
  wakes: new Set<EhcFact['type']>(['PlanCeased', 'FactCorrected', 'FactWithdrawn']),
  wanted: (_, { personId, ceased }) =>
    deathToConfirm(personId, ceased?.ground === 'deceased' ? ceased : undefined, 'send-caseworker'),
});
