// One box for name, NHS number, UPN, local number and case reference.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { findYoungPeople } from '../../../cases/young-person/queries/find-young-people.js';
import type { FoundPerson } from '../../../cases/young-person/queries/found-view.js';
import { findCase } from '../../../engine/audit/queries/find-case.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../../paths.js';
import { personMarks } from '../../../engine/web/present/person-marks.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { readSearch } from './read-search.js';

@PageController()
export class SearchPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.search.pattern)
  async show(@VisitOf() visit: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page | Redirect> {
    const typed = typeof raw['q'] === 'string' ? raw['q'].trim().slice(0, 200) : '';
    const cursor = typeof raw['cursor'] === 'string' && raw['cursor'] !== '' ? raw['cursor'] : undefined;
    if (typed === '') return this.page({ typed });
    const wanted = readSearch(typed);
    try {
      if (wanted.kind === 'case') {
        const { personId } = await this.dispatcher.ask(findCase.of({ caseId: wanted.caseId }, {}, visit.asked));
        return redirect(paths.person({ personId }));
      }
      const { items, next } = await this.dispatcher.ask(
        findYoungPeople.of({}, { ...wanted.query, cursor, limit: 50 }, visit.asked),
      );
      const [only] = items;
      if (only && items.length === 1 && wanted.kind === 'number') return redirect(paths.person({ personId: only.id }));
      return this.page({ typed, items, next: next && paths.search({}, { q: typed, cursor: next }) });
    } catch (error) {
      if (isOnwardError(error, 'not-found')) return this.page({ typed, items: [] });
      if (!isOnwardError(error, 'invalid-input')) throw error;
      return {
        ...this.page({ typed }),
        status: 400,
        problems: [{ text: error.parts.fields?.[0]?.problem ?? error.parts.detail, href: '#q' }],
      };
    }
  }

  private page(found: { typed: string; items?: readonly FoundPerson[]; next?: string }): Page {
    const people = found.items?.map((person) => ({
      ...person,
      marks: personMarks(person),
      href: paths.person({ personId: person.id }),
    }));
    return page('apps/web/search/search.njk', 'Find a person', { data: { ...found, people } });
  }
}
