// The passport on one page, to be printed: the young person's own words and nothing else.
import { Get, Param } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { notFound } from '../../../kernel/errors.js';
import { paths } from '../paths.js';
import { getReadiness } from '../queries/get-readiness.js';
import { titleOf } from './shown-programme.js';

@PageController()
export class PassportPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.readiness.passport.pattern)
  async show(@VisitOf() { asked }: Visit, @Param('programmeId') programmeId: string): Promise<Page> {
    const view = await this.dispatcher.ask(getReadiness.of({ programmeId }, {}, asked));
    if (view.passport?.aboutMe === undefined) throw notFound('passport that you may read of programme', programmeId);
    return page('cases/readiness/pages/passport.njk', 'My health passport', {
      personId: view.personId,
      back: { text: titleOf(view), href: paths.readiness.programme({ programmeId }) },
      data: { passport: view.passport },
    });
  }
}
