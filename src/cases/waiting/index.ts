// What waiting brings to the whole.
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { ownPaths, paths } from './paths.js';
import { waitEvents } from './domain/events.js';
import { waitEventsBefore } from './domain/events-before.js';
import { deadlineSubjects } from './domain/facts.js';
import { waitKind } from './domain/wait-kind.js';
import { diedWhileWaiting } from './follow-ups/died-while-waiting.js';
import { riskWhileWaiting } from './follow-ups/risk-while-waiting.js';
import { waitsHeldOn } from './held-on.js';
import { waitProjection } from './projection.js';

export const waitingSlice: Slice = {
  name: 'waiting',
  events: { ...waitEvents, ...waitEventsBefore },
  projections: [waitProjection],
  served: () => import('./served.js'),
  paths: ownPaths,
  managers: [riskWhileWaiting, diedWhileWaiting],
  navigation: [{ text: 'Waiting list', href: paths.waiting.list(), place: 150, needs: 'AskWaitingList' }],
  personLinks: [
    {
      // Whoever holds the wait reads them with the others', on its own page.
      ...{ text: 'Contacts and concerns while waiting that you recorded', needs: 'AskContactsWritten' },
      unless: 'AskOneWait',
      at: (personId) => paths.contactsWritten({ personId }),
    },
  ],
  cases: [
    replayable(waitKind, {
      noun: waitKind.noun,
      of: {
        pathway: 'waiting',
        keptAs: 'health',
        openCases:
          'SELECT person_id, id AS case_id FROM wait_case WHERE removed_on IS NULL AND clock_stopped_on IS NULL',
        seenBy: ['camhs-clinician', 'specialist-nurse'],
      },
      involves: { WaitValidated: 'GOV-12', WaitFirstContactAttended: 'GOV-12', WaitRemovedFromList: 'GOV-12' },
      subjects: (id, state) => deadlineSubjects(id, state),
      heldOn: waitsHeldOn,
      addressOf: ({ caseId }) => paths.waiting.wait({ waitId: caseId }),
    }),
  ],
};
