// The page of one review as a task list with the clock of each step; and "what if the meeting were on another day?".
import { Get, Param, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { CasesNow } from '../../../engine/use-cases/cases-now.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { date } from '../../../engine/web/forms/questions.js';
import { readForm, shownFields, summaryOf, typedOf } from '../../../engine/web/forms/read-form.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlanKind } from '../domain/plan-kind.js';
import { listPlanFacts } from '../queries/list-plan-facts.js';
import { getReviewClock } from '../queries/review-clock.js';
import { Reviews } from './reviews.js';
import { shownClocks, shownReviewPage } from './shown-review.js';
import { reviewTitle } from './shown-plan.js';

const whatIf = {
  meeting: date({ label: 'If the meeting were on', what: 'The day of the meeting', mayBeAhead: true }),
};

@PageController()
export class ReviewPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly reviews: Reviews,
    private readonly casesNow: CasesNow,
  ) {}

  @Get(paths.ehc.review.pattern)
  async show(@VisitOf() visit: Visit, @Param('planId') planId: string, @Param('cycleId') asked: string): Promise<Page> {
    const subject = await this.reviews.find(planId, asked, visit);
    const { plan, review } = subject;
    const clock = await this.dispatcher.ask(
      getReviewClock.of({ id: planId, cycleId: review.cycleId }, {}, visit.asked),
    );
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const isNow = visit.asked.asOf === visit.today;
    const caseNow = isNow ? await this.casesNow.of(ehcPlanKind, planId, plan.personId, visit.actor) : undefined;
    const maySeeFacts = this.policies.of(listPlanFacts.name)(visit.actor).allowed;
    return page('cases/ehc-plan/pages/review.njk', reviewTitle(review), {
      personId: plan.personId,
      back: { text: 'The EHC plan', href: paths.ehc.plan({ planId }) },
      data: {
        ...shownReviewPage(subject, clock, visit, { caseNow, maySeeFacts }),
        whatIf: shownFields(whatIf, {}, []),
      },
    });
  }

  @Get(paths.ehc.whatIf.pattern)
  async ask(
    @VisitOf() visit: Visit,
    @Param('planId') planId: string,
    @Param('cycleId') asked: string,
    @Query() raw: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const { plan, review } = await this.reviews.find(planId, asked, visit);
    const typed = typedOf(raw);
    const { answers, troubles } = readForm(whatIf, typed, visit.today);
    const on = answers?.['meeting'] as CivilDate | undefined;
    const clock =
      on &&
      (await this.dispatcher.ask(
        getReviewClock.of({ id: planId, cycleId: review.cycleId }, { meetingOn: on }, visit.asked),
      ));
    return page('cases/ehc-plan/pages/what-if.njk', 'What if the meeting were on another day?', {
      status: on ? 200 : 400,
      personId: plan.personId,
      back: { text: reviewTitle(review), href: paths.ehc.review({ planId, cycleId: asked }) },
      problems: summaryOf(whatIf, troubles),
      data: {
        on,
        lines: clock ? shownClocks(planId, clock.lines, visit) : [],
        fields: shownFields(whatIf, typed, troubles),
        action: paths.ehc.whatIf({ planId, cycleId: asked }),
      },
    });
  }
}
