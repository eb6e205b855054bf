// What readiness brings to the whole.
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { readinessEvents, type ReadinessFact } from './domain/events.js';
import { deadlineSubjects } from './domain/facts.js';
import { readinessKind } from './domain/readiness-kind.js';
import type { Programme } from './domain/state.js';
import { diedInReadiness } from './follow-ups/died-in-readiness.js';
import { helpToGive } from './follow-ups/help-to-give.js';
import { programmesHeldOn } from './held-on.js';
import { readinessPacks, readinessTaskPack } from './pack.js';
import { ownPaths, paths } from './paths.js';
import { ownFormSlice } from './own-form/slice.js';
import { readinessProjection } from './projection.js';
import { questionnaireSlice } from './questionnaires/slice.js';

export const readinessSlice: Slice = {
  name: 'readiness',
  events: readinessEvents,
  projections: [readinessProjection],
  served: () => import('./served.js'),
  paths: ownPaths,
  managers: [helpToGive, diedInReadiness],
  packs: [...readinessPacks, readinessTaskPack],
  navigation: [
    {
      ...{ text: 'Ready Steady Go', href: paths.readiness.list(), place: 160, needs: 'ListReadiness' },
      roles: ['specialist-nurse', 'camhs-clinician', 'manager', 'auditor', 'adult-clinician'],
      onHome: 'Ready Steady Go: who needs what at the next clinic',
    },
  ],
  personLinks: [
    {
      ...{ text: 'Start Ready Steady Go', needs: 'StartReadiness', begins: true },
      at: (personId) => paths.readiness.begin({ personId, step: 'start' }),
    },
  ],
  taskKinds: {
    'readiness-help': {
      ...{ role: 'specialist-nurse', setting: 'RSG-07', pack: readinessTaskPack.pathway },
      closedByFactsOnly: true,
    },
  },
  cases: [
    replayable<Programme, ReadinessFact>(readinessKind, {
      noun: readinessKind.noun,
      of: {
        pathway: 'readiness',
        keptAs: 'health',
        openCases: 'SELECT person_id, id AS case_id FROM readiness_programme WHERE ended_on > ?1',
        seenBy: ['specialist-nurse', 'camhs-clinician'],
        handedTo:
          'SELECT 1 AS yes FROM readiness_programme WHERE person_id = ?1 AND transferred_to = ?2 AND transferred_on <= ?3',
        wordsFor: ['specialist-nurse', 'camhs-clinician'],
      },
      subjects: (id, state, { birthDate }) => deadlineSubjects(id, state, { birthDate }),
      // A visit says itself how the young person took part in it (RSG-08).
      involves: { ReadinessStageEntered: 'RSG-03', ReadinessGoalAgreed: 'RSG-07' },
      heldOn: programmesHeldOn,
      addressOf: ({ caseId }) => paths.readiness.programme({ programmeId: caseId }),
    }),
  ],
};

/** Programmes, the questionnaires that they ask by, and what is typed into a form before it is sent. */
export const readinessSlices: readonly Slice[] = [readinessSlice, questionnaireSlice, ownFormSlice];
