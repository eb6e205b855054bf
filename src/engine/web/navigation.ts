// What stands in the navigation: each entry for whoever may ask its question, so that nobody is offered a closed door.
import type { Actor } from '../../kernel/envelope.js';
import type { Policies } from '../access/policy.js';
import { paths } from './paths.js';

interface Entry {
  readonly text: string;
  readonly href: string;
  /** The command or query behind it; everybody sees an entry without. */
  readonly needs?: string;
  /** Only for these, where a better page stands for the others. */
  readonly roles?: readonly string[];
}

const entries: readonly Entry[] = [
  { text: 'Home', href: paths.home() },
  { text: 'The area', href: paths.reports.area(), needs: 'CountLateReviews', roles: ['manager', 'auditor'] },
  { text: 'Worklist', href: paths.ehc.worklist(), needs: 'GetReviewWorklist', roles: ['send-caseworker', 'manager'] },
  {
    text: 'All pathways',
    href: paths.worklist(),
    needs: 'GetWorklist',
    roles: ['manager', 'auditor', 'camhs-clinician', 'specialist-nurse'],
  },
  { text: 'Transitions', href: paths.transition.register(), needs: 'ListTransitions' },
  { text: 'Interface meeting', href: paths.transition.agenda(), needs: 'GetInterfaceAgenda' },
  { text: 'Hand-overs', href: paths.adult.handOvers(), needs: 'ListHandOvers', roles: ['adult-clinician'] },
  { text: 'First six months', href: paths.adult.firstMonths(), needs: 'ListFirstMonths', roles: ['adult-clinician'] },
  {
    text: 'Past 18',
    href: paths.past18(),
    needs: 'ListPast18',
    roles: ['camhs-clinician'],
  },
  { text: 'Tasks', href: paths.tasks(), needs: 'ListTasks' },
  { text: 'Phase transfers', href: paths.ehc.phaseTransfers(), needs: 'ListPhaseTransfers' },
  { text: 'Term lists', href: paths.ehc.termLists(), needs: 'AskTermLists' },
  { text: 'Absences', href: paths.ehc.absences(), needs: 'CountReviewAbsences' },
  { text: 'Reviews landing', href: paths.ehc.landing(), needs: 'CountReviewsLanding' },
  { text: 'Waiting list', href: paths.waiting.list(), needs: 'AskWaitingList' },
  { text: 'Records', href: paths.forgetting.find(), needs: 'FindForForgetting' },
  { text: 'Your calendar', href: paths.calendar.mine(), needs: 'GetCalendarFeed' },
  { text: 'Find a person', href: paths.search(), needs: 'FindYoungPeople' },
];

export const navigationFor = (actor: Actor, policies: Policies, here: string) =>
  entries
    .filter(({ needs }) => needs === undefined || policies.of(needs)(actor).allowed)
    .filter(({ roles }) => roles === undefined || roles.includes(actor.role))
    .map(({ text, href }) => ({ text, href, current: href === here }));
