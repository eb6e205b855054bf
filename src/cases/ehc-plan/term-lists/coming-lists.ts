// Which terms' lists are near, and whether every list of a term was sent: what the task about them is made of (EHC-11, ADR 23).
import type { Journal } from '../../../store/journal.js';
import { addDays, addWeeks, earliest, type CivilDate } from '../../../kernel/calendar/index.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import { deadlinesOf } from '../../../engine/deadlines/deadline-rows.js';
import { termListSubjects } from '../domain/term-lists/subjects.js';
import { termList } from '../domain/term-lists/term-list.js';
import { authoritiesWithTerms, namesOf, termsOf, type Term } from '../domain/term-lists/terms.js';
import table from './coming-lists.json' with { type: 'json' };
import { institutionsOf } from './institutions-of.js';
import { listAsOf } from './list-as-of.js';

export const { daysAhead } = table;

interface TermOfAuthority {
  readonly authority: string;
  /** The organisation that its people act for. */
  readonly organisation: string;
  readonly term: Pick<Term, 'id' | 'name'>;
}

interface SentSoFar {
  /** The earliest limit of a list that has not been sent to all who get it. */
  readonly due?: CivilDate;
  /** The event that sent the last of them. */
  readonly lastSent?: string;
}

export class ComingLists {
  readonly daysAhead = daysAhead;

  constructor(
    private readonly journal: Journal,
    private readonly readSide: Pick<ReadSide, 'db'>,
  ) {}

  /** Changes whenever something is recorded of a list. */
  said(): string {
    const sql = 'SELECT coalesce(sum(revision + 1), 0) AS said FROM term_list_state';
    return String(this.readSide.db.get<{ said: number }>(sql)?.said);
  }

  terms(): readonly (TermOfAuthority & {
    near(today: CivilDate): boolean;
    sent(today: CivilDate): Promise<SentSoFar>;
  })[] {
    return authoritiesWithTerms.flatMap((authority) => {
      const names = namesOf(authority);
      const organisation = names[1] ?? names[0];
      return termsOf(authority).map((term) => ({
        ...{ authority, organisation, term },
        near: (today: CivilDate) => isNear(term, today),
        sent: (today: CivilDate) => this.sentSoFar(authority, term, today),
      }));
    });
  }

  private async sentSoFar(authority: string, term: Term, today: CivilDate): Promise<SentSoFar> {
    const { db } = this.readSide;
    const due: CivilDate[] = [];
    let lastSent: string | undefined;
    // The lists say who is on one; whether it was sent is asked of its own history, which no lagging list can get wrong.
    for (const { institution } of institutionsOf(db, authority, term, today)) {
      const { id, dueOn } = listAsOf(db, authority, term, institution, today);
      const { state } = await this.journal.load(termList, id);
      const met = termListSubjects(id, state)
        .flatMap(deadlinesOf)
        .find(({ metBy, validTo }) => metBy !== undefined && validTo === undefined);
      if (met) lastSent = met.metBy;
      else due.push(dueOn);
    }
    const [first, ...others] = due;
    return { due: first && earliest(first, ...others), lastSent };
  }
}

/** From so many days before its lists are due until the term begins. */
const isNear = ({ firstDay }: Term, today: CivilDate): boolean =>
  addDays(addWeeks(firstDay, -2), -daysAhead) <= today && today < firstDay;
