// Ended as died: the other records may not know yet (REC-11).
import { processManager } from '../../../engine/processing/process-managers/process-manager.js';
import { deathToConfirm, wordsOfDeath } from '../../../engine/processing/process-managers/said-to-have-died.js';
import type { ReadinessFact } from '../domain/events.js';
import { readinessKind } from '../domain/readiness-kind.js';
import type { Programme } from '../domain/state.js';

export const diedInReadiness = processManager<Programme, ReadinessFact>(readinessKind, {
  name: 'died-in-readiness',
  words: wordsOfDeath('A readiness programme ended because the young person died'),
  pathway: 'readiness',
  wakes: new Set<ReadinessFact['type']>(['ReadinessProgrammeEnded', 'FactWithdrawn', 'FactCorrected']),
  wanted: (_, { started, ended }) =>
    deathToConfirm(started?.personId, ended?.reason === 'died' ? ended : undefined, 'specialist-nurse'),
});
