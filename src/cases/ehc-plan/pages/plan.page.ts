// The page of one EHC plan: how it stands, what is due of it, its reviews, and what else hangs on it.
import { Get, Param } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { shownDeadline } from '../../../engine/web/present/deadline.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getWorklist } from '../../../engine/deadlines/queries/get-worklist.js';
import { Policies } from '../../../engine/access/policy.js';
import { CasesNow } from '../../../engine/use-cases/cases-now.js';
import { ehcPlanKind } from '../domain/plan-kind.js';
import { getEhcPlan } from '../queries/get-ehc-plan.js';
import { listPlanFacts } from '../queries/list-plan-facts.js';
import { offersOn, shownPlan } from './shown-plan.js';

@PageController()
export class EhcPlanPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly casesNow: CasesNow,
  ) {}

  @Get(paths.ehc.plan.pattern)
  async show(@VisitOf() visit: Visit, @Param('planId') planId: string): Promise<Page> {
    const { asked, today } = visit;
    const plan = await this.dispatcher.ask(getEhcPlan.of({ id: planId }, {}, asked));
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const isNow = asked.asOf === today;
    const may = (action: string) => this.policies.of(action)(asked.actor).allowed;
    const rows = may(getWorklist.name)
      ? (await this.dispatcher.ask(getWorklist.of({}, { caseId: planId, limit: 100 }, asked))).items
      : [];
    return page('cases/ehc-plan/pages/plan.njk', 'EHC plan', {
      personId: plan.personId,
      back: { text: 'The person and their timeline', href: paths.person({ personId: plan.personId }) },
      data: {
        ...shownPlan(plan, asked.asOf),
        offers: offersOn(
          plan,
          isNow ? await this.casesNow.of(ehcPlanKind, planId, plan.personId, asked.actor) : undefined,
        ),
        factsHref: may(listPlanFacts.name) ? paths.ehc.facts({ planId }) : undefined,
        deadlines: rows.map((row) => shownDeadline(row, asked.asOf, today)),
      },
    });
  }
}
