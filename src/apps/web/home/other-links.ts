// Where else a role may go from home: each for whoever may ask its question.
import type { Link } from '../../../engine/web/page.js';
import { paths } from '../../../engine/web/paths.js';

const entries: readonly (Link & { readonly needs: string })[] = [
  { needs: 'CountReviewAbsences', text: 'Absences by cohort: who may have been forgotten', href: paths.ehc.absences() },
  { needs: 'CountReviewsLanding', text: 'Reviews landing in the coming 26 weeks', href: paths.ehc.landing() },
  {
    needs: 'ListTransitions',
    text: 'Transitions by gate: who turns 17, 17½ and 18',
    href: paths.transition.register(),
  },
  { needs: 'GetInterfaceAgenda', text: 'Agenda of the interface meeting', href: paths.transition.agenda() },
  { needs: 'ListTasks', text: 'Tasks: what has to be followed up', href: paths.tasks() },
  { needs: 'ListHandOvers', text: 'Hand-overs to adult services, item by item', href: paths.adult.handOvers() },
  {
    needs: 'ListFirstMonths',
    text: 'The first six months after the transfer: who came, who was missed',
    href: paths.adult.firstMonths(),
  },
  { needs: 'ListPast18', text: 'Still open to CAMHS past 18, and why', href: paths.past18() },
  {
    needs: 'FindForForgetting',
    text: 'Records: until when a person’s are kept, and who may be forgotten',
    href: paths.forgetting.find(),
  },
  { needs: 'FindYoungPeople', text: 'Find a person by name, NHS number, UPN or case', href: paths.search() },
];

export const moreOf = (may: (action: string) => boolean): Link[] => entries.filter(({ needs }) => may(needs));
