// Home: what needs me today, by role.
import { Get } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { countWorklist } from '../../../engine/deadlines/queries/count-worklist.js';
import { shownTask } from '../../../engine/deadlines/pages/shown-row.js';
import { CaseTypes } from '../../../engine/processing/case-types.js';
import { getWorklist } from '../../../engine/deadlines/queries/get-worklist.js';
import { Navigation } from '../../../engine/web/navigation.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { addDays } from '../../../kernel/calendar/index.js';
import { paths } from '../../paths.js';
import { sameDay, together } from '../../../engine/web/present/deadline.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { shownCounts } from '../../../engine/deadlines/pages/shown-counts.js';

const firstRows = 10;
/** As the count above the list says. */
const soonDays = 14;

@PageController()
export class HomePage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly caseTypes: CaseTypes,
    private readonly navigation: Navigation,
  ) {}

  @Get(paths.home.pattern)
  async show(@VisitOf() { asked, today, actor }: Visit): Promise<Page> {
    const may = (action: string) => this.policies.of(action)(actor).allowed;
    const more = this.navigation.fromHome(actor);
    if (!may(getWorklist.name)) return page('apps/web/home/home.njk', 'Home', { data: { asOf: asked.asOf, more } });
    const mine = await this.dispatcher.ask(countWorklist.of({}, { workerId: actor.id }, asked));
    const holdsSome = Object.values(mine).some((count: number) => count > 0);
    const workerId = holdsSome ? actor.id : undefined;
    const counts = holdsSome ? mine : await this.dispatcher.ask(countWorklist.of({}, {}, asked));
    // What is late or near comes before what is far off, whatever its force: among those the law's first.
    const near = { workerId, limit: firstRows, dueBefore: addDays(asked.asOf, soonDays + 1) };
    const urgent = (await this.dispatcher.ask(getWorklist.of({}, near, asked))).items;
    const items =
      urgent.length > 0
        ? urgent
        : (await this.dispatcher.ask(getWorklist.of({}, { workerId, limit: firstRows }, asked))).items;
    const asOf = asked.asOf === today ? undefined : asked.asOf;
    const all =
      may('GetReviewWorklist') && actor.role === 'send-caseworker'
        ? paths.ehc.worklist({}, { officer: workerId, asOf })
        : paths.worklist({}, { workerId, asOf });
    return page('apps/web/home/home.njk', 'Home', {
      data: {
        asOf: asked.asOf,
        holdsSome,
        counts: shownCounts(counts, asked.asOf, { workerId, asOf }),
        rows: together(
          items.map((row) => shownTask(row, asked.asOf, today, this.caseTypes)),
          sameDay,
        ),
        urgent: urgent.length > 0,
        all,
        more,
      },
    });
  }
}
