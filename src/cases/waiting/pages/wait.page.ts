// One wait: why its clock began when it did, the contacts that are due, how long it may still be, and everything that happened.
import { Get, Param } from '@nestjs/common';
import { getHistory } from '../../../engine/audit/queries/get-history.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { CaseTypes } from '../../../engine/processing/case-types.js';
import { shownTask } from '../../../engine/deadlines/pages/shown-row.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { CasesNow } from '../../../engine/use-cases/cases-now.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { sameDay, together } from '../../../engine/web/present/deadline.js';
import { merged, shownEvent, type ShownEvent } from '../../../engine/web/present/history.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getWorklist } from '../../../engine/deadlines/queries/get-worklist.js';
import { waitKind } from '../domain/wait-kind.js';
import { askEstimatedWait } from '../queries/estimated-wait.js';
import { askOneWait } from '../queries/one-wait.js';
import { askWaitContacts } from '../queries/wait-contacts.js';
import { shownActions, shownClocks, shownContact, shownEstimate, shownFacts, waitTitle } from './shown-wait.js';
import { newestFirst } from './wait-history.js';

@PageController()
export class WaitPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly history: CaseHistory,
    private readonly caseTypes: CaseTypes,
    private readonly casesNow: CasesNow,
  ) {}

  @Get(paths.waiting.wait.pattern)
  async show(@VisitOf() visit: Visit, @Param('waitId') waitId: string): Promise<Page> {
    const { asked, actor, today } = visit;
    const may = (action: string) => this.policies.of(action)(actor).allowed;
    const isNow = asked.asOf === today;
    const wait = await this.dispatcher.ask(askOneWait.of({ id: waitId }, {}, asked));
    const { items } = await this.dispatcher.ask(getWorklist.of({}, { caseId: waitId, limit: 100 }, asked));
    const contacts = await this.dispatcher.ask(askWaitContacts.of({ id: waitId }, {}, asked));
    const estimate = await this.dispatcher.ask(askEstimatedWait.of({ id: waitId }, {}, asked));
    return page('cases/waiting/pages/wait.njk', waitTitle(wait), {
      personId: wait.personId,
      back: { text: 'Waiting list', href: paths.waiting.list({}, { service: wait.service, pathway: wait.pathway }) },
      data: {
        asOf: asked.asOf,
        clocks: shownClocks(wait),
        facts: shownFacts(wait, isNow),
        contacts: contacts.items.map((one) => shownContact(one, this.history.nameOf)),
        estimate: shownEstimate(estimate),
        due: together(
          items.map((row) => shownTask(row, asked.asOf, today, this.caseTypes)),
          sameDay,
        ),
        // What is recorded is recorded now: a page of an earlier day has no forms.
        actions: shownActions(wait, isNow ? await this.casesNow.of(waitKind, waitId, wait.personId, actor) : undefined),
        timeline: may(getHistory.name) ? await this.timeline(wait.personId, waitId, visit) : undefined,
      },
    });
  }

  private async timeline(personId: string, waitId: string, { asked }: Visit): Promise<readonly ShownEvent[]> {
    const events = await this.history.of(personId, `wait-${waitId}`, asked);
    return merged(newestFirst(events, asked.asOf).map((event) => shownEvent(event, this.history.nameOf)));
  }
}
