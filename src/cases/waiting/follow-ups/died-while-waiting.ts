// Taken off the list as died, as a list of another system says it: the other records do not know yet (WAIT-43).
import { processManager } from '../../../engine/processing/process-managers/process-manager.js';
import { deathToConfirm, wordsOfDeath } from '../../../engine/processing/process-managers/said-to-have-died.js';
import type { WaitFact } from '../domain/events.js';
import { heldBy } from '../domain/pathway-rules.js';
import type { Wait } from '../domain/state.js';
import { waitKind } from '../domain/wait-kind.js';

export const diedWhileWaiting = processManager<Wait, WaitFact>(waitKind, {
  name: 'died-while-waiting',
  words: wordsOfDeath('A wait ended because the young person died'),
  pathway: 'waiting',
  wakes: new Set<WaitFact['type']>(['WaitRemovedFromList', 'WaitReinstated', 'FactWithdrawn', 'FactCorrected']),
  wanted: (_, { personId, removed, pathway }) =>
    deathToConfirm(personId, removed?.reason === 'died' ? removed : undefined, heldBy(pathway)),
});
