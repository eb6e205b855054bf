// The list of schools and colleges: searched by name or number, and one of them with its dates and what followed it.
import { Get, Param, Query } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { readQuery, withoutBlanks } from '../../web/read-query.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { loadSchoolList } from '../load-schools-case.js';
import { findSchools, SchoolsQuery } from '../queries/find-schools.js';
import { getSchool } from '../queries/get-school.js';
import type { SchoolLine, SchoolLinked } from '../queries/school-view.js';

const statusWords: Readonly<Record<SchoolLine['status'], string>> = {
  open: 'Open',
  'open-but-closing': 'Open, and to close',
  closed: 'Closed',
  proposed: 'To open',
};

const href = (urn: string): string => paths.schools.one({ urn });
const shown = (line: SchoolLine) => ({ ...line, status: statusWords[line.status], href: href(line.urn) });
const linked = (links: readonly SchoolLinked[]) =>
  links.map(({ urn, name, on }) => ({
    on,
    text: name === null ? `URN ${urn}, not in the list of schools` : `${name} (URN ${urn})`,
    href: name === null ? undefined : href(urn),
  }));

@PageController()
export class SchoolsListPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
  ) {}

  @Get(paths.schools.list.pattern)
  async list(@VisitOf() { asked, actor }: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page> {
    const { given } = withoutBlanks(raw);
    const query = await readQuery(SchoolsQuery, given);
    const { items, next } = await this.dispatcher.ask(findSchools.of({}, query, asked));
    return page('engine/schools/pages/schools.njk', 'Schools and colleges', {
      data: {
        rows: items.map(shown),
        name: query.name ?? '',
        load: this.policies.of(loadSchoolList.name)(actor).allowed ? paths.schools.load() : undefined,
        next: next === undefined ? undefined : paths.schools.list({}, { name: query.name, cursor: next }),
      },
    });
  }

  @Get(paths.schools.one.pattern)
  async one(@VisitOf() { asked }: Visit, @Param() { urn }: { readonly urn: string }): Promise<Page> {
    const found = await this.dispatcher.ask(getSchool.of({ urn }, {}, asked));
    return page('engine/schools/pages/school.njk', found.name, {
      back: { text: 'Schools and colleges', href: paths.schools.list() },
      data: {
        school: shown(found),
        listedOn: found.listedOn,
        called: found.called.slice(0, -1).map(({ name }, nth) => ({ name, until: found.called[nth + 1]?.from })),
        predecessors: linked(found.predecessors),
        successors: linked(found.successors),
      },
    });
  }
}
