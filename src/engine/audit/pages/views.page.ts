// Who has looked at this record: for those who answer for the record.
import { Get, Param, Query } from '@nestjs/common';
import { ActorDirectory } from '../../access/actors.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { getRetention } from '../../retention/get-retention.js';
import { replayStep } from '../queries/replay-step.js';
import { listViews } from '../views/list-views.js';
import { shownViews } from './shown-views.js';

@PageController()
export class ViewsPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly directory: ActorDirectory,
  ) {}

  @Get(paths.history.views.pattern)
  async show(
    @VisitOf() { asked, actor }: Visit,
    @Param('personId') personId: string,
    @Query('cursor') cursor?: string,
  ): Promise<Page> {
    const may = (query: string) => this.policies.of(query)(actor).allowed;
    const { items, next } = await this.dispatcher.ask(listViews.of({ personId }, { limit: 100, cursor }, asked));
    return page('engine/audit/pages/views.njk', 'Who has looked at this record', {
      // A records manager sees who looked without seeing the record.
      personId: may('GetYoungPerson') ? personId : undefined,
      back: may(replayStep.name)
        ? { text: 'History, step by step', href: paths.history.steps({ personId }) }
        : may(getRetention.name)
          ? { text: 'Until when it is kept', href: paths.forgetting.person({ personId }) }
          : { text: 'Home', href: paths.home() },
      data: {
        reference: personId,
        lines: shownViews(items, (id) => this.directory.nameOf(id)),
        next: next === undefined ? undefined : paths.history.views({ personId }, { cursor: next }),
      },
    });
  }
}
