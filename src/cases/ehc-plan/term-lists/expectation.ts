// What is said of a term when its list is expected: its first day at that institution, by the authority's calendar.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { TermListCommand } from '../domain/term-lists/term-list.js';
import { firstDayAt, namesOf, type Term } from '../domain/term-lists/terms.js';
import { packFor } from '../pack.js';

export const expectation = (
  code: string,
  term: Term,
  institution: string | undefined,
  on: CivilDate,
): TermListCommand => ({
  type: 'ExpectTermList',
  on,
  authority: namesOf(code)[0],
  term: term.id,
  institution,
  startsOn: firstDayAt(code, term, institution),
  rulePack: packFor(term.firstDay),
});
