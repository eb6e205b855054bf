// The institutions that are to have a list for a term: those with a review in it, and those whose list is expected already.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { namesOf, type Term } from '../domain/term-lists/terms.js';
import { reviewsOfTerm, type ReviewOfTerm } from './reviews-of-term.js';

export interface InstitutionOfTerm {
  readonly institution: string | undefined;
  readonly reviews: readonly ReviewOfTerm[];
}

export function institutionsOf(db: Statements, code: string, term: Term, asOf: CivilDate): InstitutionOfTerm[] {
  const reviews = reviewsOfTerm(db, code, term, asOf);
  const sql = 'SELECT institution FROM term_list WHERE authority = ? AND term = ?';
  const expected = db.all<{ institution: string | null }>(sql, namesOf(code)[0], term.id);
  const all = [
    ...reviews.map(({ institution }) => institution),
    ...expected.map((row) => row.institution ?? undefined),
  ];
  // Sorting leaves those at no institution to the end, as it does with every undefined.
  return [...new Set(all)].sort().map((institution) => ({
    institution,
    reviews: reviews.filter((review) => review.institution === institution),
  }));
}
