// The page of one transition: its protocol by stage, each step as it stands, why each date, and what can be recorded.
import { Get, Param } from '@nestjs/common';
import { streamOf } from '../../../kernel/decider.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { CasesNow } from '../../../engine/use-cases/cases-now.js';
import { linksTo } from '../../../engine/web/forms/offered-form.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { transitionKind } from '../domain/transition-kind.js';
import { getTransition } from '../queries/get-transition.js';
import { getTransitionWork } from '../queries/transition-work.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import { transitionForms } from './forms.js';
import { shownCase } from './shown-case.js';

@PageController()
export class TransitionPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly history: CaseHistory,
    private readonly casesNow: CasesNow,
  ) {}

  @Get(paths.transition.case.pattern)
  async show(@VisitOf() visit: Visit, @Param('transitionId') id: string): Promise<Page> {
    const { asked, today, actor } = visit;
    const view = await this.dispatcher.ask(getTransition.of({ transitionId: id }, {}, asked));
    const work = await this.dispatcher.ask(getTransitionWork.of({ transitionId: id }, {}, asked));
    const events = await this.history.of(view.personId, `transition-${id}`, asked);
    const may = (action: string) => this.policies.of(action)(actor).allowed;
    const seesTransitions = this.policies.pathways('ExplainDeadline', actor)?.includes('transition') ?? true;
    const recordedBy = new Map(events.map((event) => [event.id, this.history.nameOf(event.actor.id)]));
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const isNow = asked.asOf === today;
    const { personId } = view;
    const now = isNow ? await this.casesNow.of(transitionKind, id, personId, actor) : undefined;
    const subject = () => ({ view, work, today });
    const forms = Object.entries(transitionForms).map(([step, form]) => ({
      step,
      links: linksTo(form, { view, now, subject }, () => paths.transition.record({ transitionId: id, step })),
    }));
    const consent = paths.consent(
      { personId, purpose: discussWithAdultServices },
      { case: streamOf(transitionKind.category, id) },
    );
    const override = paths.consentOverride(
      { personId },
      { case: streamOf(transitionKind.category, id), purpose: discussWithAdultServices },
    );
    return page('cases/camhs-transition/pages/case.njk', 'Transition to adult services', {
      personId: view.personId,
      back: { text: 'The person and their timeline', href: paths.person({ personId: view.personId }) },
      data: shownCase(
        view,
        work,
        { asked, today, mayAskWhy: may('ExplainDeadline') && seesTransitions },
        {
          forms: forms.filter(({ links }) => links.length > 0).map(({ step }) => step),
          actions: forms.flatMap(({ links }) => links),
          consentHref: isNow && may('RecordConsent') ? consent : undefined,
          overrideHref: isNow && may('RecordConsentOverride') ? override : undefined,
          recordedBy: (eventId) => recordedBy.get(eventId),
        },
      ),
    });
  }
}
