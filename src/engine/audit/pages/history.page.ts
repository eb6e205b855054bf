// A person's history, step by step: what each entry changed, who recorded it and when, under which rules, and that nothing was altered.
import { Get, Param, Query } from '@nestjs/common';
import { ActorDirectory } from '../../access/actors.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { invalid } from '../../../kernel/errors.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { exportHistory } from '../exports/export-history.js';
import { listViews } from '../views/list-views.js';
import { replayStep } from '../queries/replay-step.js';
import { shownStep } from './shown-step.js';

@PageController()
export class HistoryPages {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly directory: ActorDirectory,
  ) {}

  @Get(paths.history.steps.pattern)
  async show(
    @VisitOf() { asked, actor }: Visit,
    @Param('personId') personId: string,
    @Query('step') given?: string,
  ): Promise<Page> {
    if (given !== undefined && !/^[1-9]\d{0,6}$/.test(given)) throw invalid('step', 'must be a number from 1');
    const step = given === undefined ? 1 : Number(given);
    const replayed = await this.dispatcher.ask(
      replayStep.of({ personId, step: step === undefined ? 'last' : String(step) }, {}, asked),
    );
    return page('engine/audit/pages/history.njk', 'History, step by step', {
      personId,
      back: { text: 'The person', href: paths.person({ personId }) },
      data: {
        ...shownStep(replayed, personId, (id) => this.directory.nameOf(id)),
        here: paths.history.steps({ personId }),
        then: paths.history.then({ personId }),
        views: this.policies.of(listViews.name)(actor).allowed ? paths.history.views({ personId }) : undefined,
        bundle: this.policies.of(exportHistory.name)(actor).allowed ? paths.history.bundle({ personId }) : undefined,
      },
    });
  }
}
