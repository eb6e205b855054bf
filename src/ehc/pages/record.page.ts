// The forms of a review: one address for each thing that can be recorded.
import { Body, Get, Param, Post } from '@nestjs/common';
import { GetHistory } from '../../audit/queries/get-history.js';
import { ActorDirectory } from '../../identity/actors.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { notFound } from '../../kernel/errors.js';
import { FormFlow, type Place } from '../../web/forms/form-flow.js';
import { PageController } from '../../web/page-controller.js';
import type { Page, Redirect } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { shownEvent } from '../../web/present/history.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { GetEhcPlanRevision } from '../queries/plan-revision.js';
import { isReviewForm, reviewForms } from './forms/index.js';
import type { ReviewSubject } from './forms/subject.js';
import { Reviews } from './reviews.js';
import { reviewTitle } from './shown-plan.js';

@PageController()
export class RecordReviewPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly flow: FormFlow,
    private readonly reviews: Reviews,
    private readonly directory: ActorDirectory,
  ) {}

  @Get(paths.ehc.record.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(formOf(at), await this.place(at, visit));
  }

  @Post(paths.ehc.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(formOf(at), await this.place(at, visit), visit, body);
  }

  private async place({ planId, cycleId }: At, visit: Visit): Promise<Place<ReviewSubject>> {
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const now = { ...visit, asked: { ...visit.asked, asOf: visit.today } };
    const subject = await this.reviews.find(planId, cycleId, now);
    const { revision } = await this.dispatcher.ask(new GetEhcPlanRevision(planId, now.asked));
    const { personId } = subject.plan;
    const review = paths.ehc.review({ planId, cycleId });
    return {
      subject,
      personId,
      revision,
      back: { text: reviewTitle(subject.review), href: review },
      next: subject.cycleId === undefined ? paths.ehc.review({ planId, cycleId: 'latest' }) : review,
      changes: async (since) => {
        const { items } = await this.dispatcher.ask(new GetHistory(personId, { limit: 500 }, now.asked));
        const later = items.filter((event) => event.stream === `ehcPlan-${planId}` && event.revision > since);
        return later.map((event) => shownEvent(event, (id) => this.nameOf(id)));
      },
    };
  }

  private nameOf(id: string): string {
    return this.directory.all().find((actor) => actor.id === id)?.name ?? id;
  }
}

type At = Readonly<Record<'planId' | 'cycleId' | 'step', string>>;

function formOf({ step }: At) {
  if (isReviewForm(step)) return reviewForms[step];
  throw notFound('form', step);
}
