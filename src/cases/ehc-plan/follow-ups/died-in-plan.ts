// A plan ceased, or is to cease, because the young person died: the other records do not know yet (EHC-65).
import { processManager } from '../../../engine/processing/process-managers/process-manager.js';
import { deathToConfirm, wordsOfDeath } from '../../../engine/processing/process-managers/said-to-have-died.js';
import { ceaseInForce } from '../domain/ceases.js';
import { ehcPlanKind } from '../domain/plan-kind.js';
import type { EhcFact } from '../domain/events.js';
import type { Plan } from '../domain/state.js';

export const diedInPlan = processManager<Plan, EhcFact>(ehcPlanKind, {
  name: 'died-in-plan',
  words: wordsOfDeath('A plan ceased, or it was decided to cease it, on the ground that the young person died'),
  pathway: 'ehc',
  wakes: new Set<EhcFact['type']>([
    'PlanCeased',
    'CeaseDecided',
    'DecisionNoticeSent',
    'FactCorrected',
    'FactWithdrawn',
  ]),
  wanted: (_, plan) => {
    const said = [plan.ceased, ceaseInForce(plan)?.decided].find((one) => one?.ground === 'deceased');
    return deathToConfirm(plan.personId, said, 'send-caseworker');
  },
});
