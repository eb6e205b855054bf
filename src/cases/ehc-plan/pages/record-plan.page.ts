// The forms of a plan beside its reviews: one address for each thing that can be recorded, and about what.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { ehcPlanKind } from '../domain/plan-kind.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getEhcPlan } from '../queries/get-ehc-plan.js';
import { listPlanFacts } from '../queries/list-plan-facts.js';
import { getEhcPlanRevision } from '../queries/plan-revision.js';
import { planFormOf } from './plan-forms/index.js';
import type { PlanForm, PlanSubject } from './plan-forms/plan-form.js';
import { addresseeWords } from './shown-rights.js';

type At = Readonly<Record<'planId' | 'step' | 'about', string>>;

@PageController()
export class RecordPlanPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.ehc.recordOnPlan.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    const asked = this.formOf(at, visit);
    return this.flow.show(asked.form, await this.place(asked, at, visit), visit);
  }

  @Post(paths.ehc.recordOnPlan.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    const asked = this.formOf(at, visit);
    return this.flow.submit(asked.form, await this.place(asked, at, visit), visit, body);
  }

  private formOf({ step }: At, { actor }: Visit): PlanForm {
    const found = planFormOf(step);
    if (!found) throw notFound('form', step);
    this.policies.require(found.needs, actor);
    return found;
  }

  private async place({ group }: PlanForm, { planId, step, about }: At, visit: Visit): Promise<Place<PlanSubject>> {
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const now = { ...visit.asked, asOf: visit.today };
    const plan = await this.dispatcher.ask(getEhcPlan.of({ id: planId }, {}, now));
    const { revision } = await this.dispatcher.ask(getEhcPlanRevision.of({ id: planId }, {}, now));
    const corrects = group === 'correction';
    const facts = corrects ? (await this.dispatcher.ask(listPlanFacts.of({ id: planId }, {}, now))).items : [];
    const { personId, planMade } = plan;
    const here = paths.ehc.plan({ planId });
    // Without the event that made it there is no plan, and no page of one.
    const undone = step === 'withdraw' && about === planMade.eventId;
    return {
      subject: { plan, about, today: visit.today, facts: facts.filter(({ eventId }) => eventId === about) },
      personId,
      addressee: corrects ? undefined : addresseeWords(plan.rights),
      revision,
      // Which of its facts can be put right is found when it is tried: the list of them offers each.
      ofCase: corrects ? undefined : { kind: ehcPlanKind, id: planId },
      back: corrects
        ? { text: 'What is recorded of the plan', href: paths.ehc.facts({ planId }) }
        : { text: 'The EHC plan', href: here },
      next: undone ? paths.person({ personId }) : here,
      changes: (since) => this.history.since(personId, `ehcPlan-${planId}`, since, now),
    };
  }
}
