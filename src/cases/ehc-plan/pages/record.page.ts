// The forms of a review: one address for each thing that can be recorded.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import type { Form } from '../../../engine/web/forms/form.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { ehcPlanKind } from '../domain/plan-kind.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getEhcPlanRevision } from '../queries/plan-revision.js';
import { reviewForms } from './review-forms.js';
import type { ReviewSubject } from './review-subject.js';
import { Reviews } from './reviews.js';
import { reviewTitle } from './shown-plan.js';
import { addresseeWords } from './shown-rights.js';

@PageController()
export class RecordReviewPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly reviews: Reviews,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.ehc.record.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(this.formOf(at, visit), await this.place(at, visit), visit);
  }

  @Post(paths.ehc.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(this.formOf(at, visit), await this.place(at, visit), visit, body);
  }

  /** Whoever may not send it is told so before they type. */
  private formOf({ step }: At, { actor }: Visit): Form<ReviewSubject> {
    const found = Object.hasOwn(reviewForms, step) ? reviewForms[step] : undefined;
    if (!found) throw notFound('form', step);
    this.policies.require(found.needs, actor);
    return found.form;
  }

  private async place({ planId, cycleId }: At, visit: Visit): Promise<Place<ReviewSubject>> {
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const now = { ...visit, asked: { ...visit.asked, asOf: visit.today } };
    const subject = await this.reviews.find(planId, cycleId, now);
    const { revision } = await this.dispatcher.ask(getEhcPlanRevision.of({ id: planId }, {}, now.asked));
    const { personId } = subject.plan;
    const review = paths.ehc.review({ planId, cycleId });
    return {
      subject,
      personId,
      addressee: addresseeWords(subject.plan.rights),
      revision,
      ofCase: { kind: ehcPlanKind, id: planId },
      back: { text: reviewTitle(subject.review), href: review },
      next: subject.cycleId === undefined ? paths.ehc.review({ planId, cycleId: 'latest' }) : review,
      changes: (since) => this.history.since(personId, `ehcPlan-${planId}`, since, now.asked),
    };
  }
}

type At = Readonly<Record<'planId' | 'cycleId' | 'step', string>>;
