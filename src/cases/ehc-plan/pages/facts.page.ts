// What is recorded of a plan, the newest day first, each with the way to put it right.
import { Get, Param } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getEhcPlan } from '../queries/get-ehc-plan.js';
import { listPlanFacts } from '../queries/list-plan-facts.js';
import { shownFacts } from './shown-facts.js';

@PageController()
export class PlanFactsPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.ehc.facts.pattern)
  async show(@VisitOf() visit: Visit, @Param('planId') planId: string): Promise<Page> {
    // What is put right is put right now: a page of an earlier day would offer what does not stand any more.
    const now = { ...visit.asked, asOf: visit.today };
    const { personId } = await this.dispatcher.ask(getEhcPlan.of({ id: planId }, {}, now));
    const { items } = await this.dispatcher.ask(listPlanFacts.of({ id: planId }, {}, now));
    const events = await this.history.of(personId, `ehcPlan-${planId}`, now);
    const may = (command: string) => this.policies.of(command)(visit.actor).allowed;
    return page('cases/ehc-plan/pages/facts.njk', 'What is recorded of the plan', {
      personId,
      back: { text: 'The EHC plan', href: paths.ehc.plan({ planId }) },
      data: { facts: shownFacts(planId, items, events, this.history.nameOf, may) },
    });
  }
}
