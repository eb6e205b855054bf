// What EHC plans bring to the whole.
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { termOfLists } from '../../engine/tasks/domain/about-term.js';
import { ownPaths, paths } from './paths.js';
import { ehcPlanKind } from './domain/plan-kind.js';
import { ehcEvents } from './domain/events.js';
import { ehcEventsBefore } from './domain/events-before.js';
import { subjectsOf } from './domain/facts.js';
import { diedInPlan } from './follow-ups/died-in-plan.js';
import { knownPlan } from './follow-ups/known-plan.js';
import { secondChannel } from './follow-ups/second-channel.js';
import { plansHeldOn } from './held-on.js';
import { ehcProjection } from './projection.js';

export { termListSlice } from './term-lists/slice.js';

export const ehcSlice: Slice = {
  name: 'ehc',
  events: { ...ehcEvents, ...ehcEventsBefore },
  projections: [ehcProjection],
  served: () => import('./served.js'),
  paths: ownPaths,
  managers: [secondChannel, diedInPlan, knownPlan],
  navigation: [
    {
      ...{ text: 'Worklist', href: paths.ehc.worklist(), place: 30 },
      ...{ needs: 'GetReviewWorklist', roles: ['send-caseworker', 'manager'] },
    },
    { text: 'Phase transfers', href: paths.ehc.phaseTransfers(), place: 110, needs: 'ListPhaseTransfers' },
    {
      ...{ text: 'Absences', href: paths.ehc.absences(), place: 130, needs: 'CountReviewAbsences' },
      onHome: 'Absences by cohort: who may have been forgotten',
    },
    {
      ...{ text: 'Reviews landing', href: paths.ehc.landing(), place: 140, needs: 'CountReviewsLanding' },
      onHome: 'Reviews landing in the coming 26 weeks',
    },
  ],
  personLinks: [
    {
      ...{ text: 'Record a new EHC plan', needs: 'IssueEhcPlan', begins: { pathway: 'ehc' } },
      at: (personId) => paths.ehc.begin({ personId, step: 'made' }),
    },
    {
      ...{ text: 'Record an EHC plan that moved here', needs: 'TakeOverEhcPlan', begins: { pathway: 'ehc' } },
      at: (personId) => paths.ehc.begin({ personId, step: 'moved-in' }),
    },
  ],
  cases: [
    replayable(ehcPlanKind, {
      noun: ehcPlanKind.noun,
      of: {
        pathway: 'ehc',
        keptAs: 'ehc',
        openCases: 'SELECT person_id, id AS case_id FROM ehc_plan WHERE ended_on > ?1 AND held_from <= ?1',
        tasksAt: ({ kind, caseId }) =>
          kind === 'term-lists-due' ? paths.ehc.termLists({}, { term: termOfLists(caseId) }) : undefined,
        seenBy: ['send-caseworker'],
      },
      involves: { ReviewMeetingHeld: 'EHC-10', CeaseProposed: 'EHC-62', CeaseDecided: 'EHC-62' },
      subjects: (id, plan, { birthDate }) => subjectsOf(id, plan, birthDate),
      heldOn: plansHeldOn,
      addressOf: ({ caseId: planId, scope, subjectId: cycleId }) => {
        if (scope === 'term') return undefined;
        return scope === 'cycle' ? paths.ehc.review({ planId, cycleId }) : paths.ehc.plan({ planId });
      },
    }),
  ],
};
