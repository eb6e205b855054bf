// Where else a role may go from home: each for whoever may ask its question.
import type { Link } from '../page.js';
import { paths } from '../paths.js';

const entries: readonly (Link & { readonly needs: string })[] = [
  { needs: 'CountReviewAbsences', text: 'Absences by cohort: who may have been forgotten', href: paths.ehc.absences() },
  { needs: 'CountReviewsLanding', text: 'Reviews landing in the coming 26 weeks', href: paths.ehc.landing() },
  { needs: 'FindYoungPeople', text: 'Find a person by name, NHS number, UPN or case', href: paths.search() },
];

export const moreOf = (may: (action: string) => boolean): Link[] => entries.filter(({ needs }) => may(needs));
