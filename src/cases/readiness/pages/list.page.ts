// The clinic's view of Ready Steady Go: what needs somebody, with how many, and everybody by name.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { words } from '../../../engine/web/present/words.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { paths } from '../paths.js';
import { listReadiness, ReadinessAsked } from '../queries/list-readiness.js';
import { countReadiness } from '../queries/readiness-figures.js';
import { listLink, shownLine, shownLooks } from './shown-list.js';

@PageController()
export class ReadinessListPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
  ) {}

  @Get(paths.readiness.list.pattern)
  async show(
    @VisitOf() { asked, actor }: Visit,
    @Query() raw: Readonly<Record<string, unknown>>,
  ): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.readiness.list({}, given));
    const query = await readQuery(ReadinessAsked, given);
    const list = await this.dispatcher.ask(listReadiness.of({}, query, asked));
    const mayCount = this.policies.of(countReadiness.name)(actor).allowed;
    return page('cases/readiness/pages/list.njk', 'Ready Steady Go', {
      data: {
        asOf: asked.asOf,
        looks: shownLooks(list, given),
        services: list.services.map((value) => ({ value, text: words(value), selected: given['service'] === value })),
        look: given['look'],
        whose: given['whose'],
        rows: list.items.map((line) => shownLine(line, asked.asOf)),
        figures: mayCount ? paths.readiness.figures({}, { asOf: given['asOf'] }) : undefined,
        first: given['cursor'] === undefined ? undefined : listLink(given, {}),
        next: list.next && listLink(given, { cursor: list.next }),
      },
    });
  }
}
