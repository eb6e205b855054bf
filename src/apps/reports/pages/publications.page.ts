// What was published of the area: by which profile, of which day, when and by whom; each leads to the figures as they stand.
import { Get, Query } from '@nestjs/common';
import { PageQuery } from '../../../engine/api/paging.js';
import { ActorDirectory } from '../../../engine/access/actors.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { profileOf } from '../publication/profiles.js';
import { listPublications } from '../queries/list-publications.js';

@PageController()
export class PublicationsPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly actors: ActorDirectory,
  ) {}

  @Get(paths.reports.publications.pattern)
  async show(@VisitOf() { asked }: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page> {
    const query = await readQuery(PageQuery, withoutBlanks(raw).given);
    const { items, next } = await this.dispatcher.ask(listPublications.of({}, query, asked));
    return page('apps/reports/pages/publications.njk', 'Published figures', {
      back: { text: 'The area', href: paths.reports.area() },
      data: {
        rows: items.map(({ profile, asOf, on, by }) => ({
          asOf,
          on,
          profile: profileOf(profile).title,
          by: this.actors.nameOf(by),
          href: paths.reports.area({}, { asOf, profile }),
        })),
        next: next && paths.reports.publications({}, { cursor: next }),
      },
    });
  }
}
