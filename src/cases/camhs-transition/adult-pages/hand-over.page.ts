// The page of one hand-over and of the first months after it, and the forms that record what happened.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../../../engine/web/paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { acceptHandOverItem, returnHandOverItem } from '../hand-over.js';
import { acceptReferral, refuseReferral } from '../onward-referral.js';
import { getHandOver } from '../queries/get-hand-over.js';
import { acceptHandOver, openReceivingService } from '../receiving-service.js';
import { ReceivingSide } from '../receiving-side.js';
import type { HandOverSubject } from '../transition-forms.js';
import { handOverForms } from './forms.js';
import { shownHandOver } from './shown-hand-over.js';

/** Said by the receiving service; by CAMHS only where that has nobody here (TRN-01b). */
const acceptances: readonly string[] = [
  acceptReferral.name,
  acceptHandOverItem.name,
  acceptHandOver.name,
  openReceivingService.name,
];
/** Said by the receiving service, or by CAMHS: a no leaves the young person where they are. */
const refusals: readonly string[] = [refuseReferral.name, returnHandOverItem.name];

type At = Readonly<Record<'transitionId' | 'step' | 'about', string>>;

@PageController()
export class HandOverPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
    private readonly receiving: ReceivingSide,
  ) {}

  @Get(paths.adult.handOver.pattern)
  async show(@VisitOf() visit: Visit, @Param('transitionId') id: string): Promise<Page> {
    const view = await this.dispatcher.ask(getHandOver.of({ transitionId: id }, {}, visit.asked));
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const { asOf } = visit.asked;
    const may = (action: string, service = view.destinationCode) =>
      asOf === visit.today && this.may(action, visit) && this.speaksFor(service, action, visit);
    const byStage = paths.transition.case({ transitionId: id }, { asOf: asOf === visit.today ? undefined : asOf });
    return page('cases/camhs-transition/adult-pages/hand-over.njk', 'Hand-over to adult services', {
      personId: view.personId,
      back: { text: 'Hand-overs', href: paths.adult.handOvers() },
      data: { ...shownHandOver(view, may, asOf), asOf, byStage },
    });
  }

  @Get(paths.adult.record.pattern)
  async form(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(formOf(at), await this.place(at, visit), visit);
  }

  @Post(paths.adult.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(formOf(at), await this.place(at, visit), visit, body);
  }

  private may(action: string, { actor }: Visit): boolean {
    return this.policies.of(action)(actor).allowed;
  }

  private speaksFor(service: string | undefined, action: string, { actor }: Visit): boolean {
    if (service === undefined) return true;
    if (refusals.includes(action)) return this.receiving.mayRecordNo(actor, service);
    return !acceptances.includes(action) || this.receiving.mayRecord(actor, service);
  }

  private async place({ transitionId, about }: At, visit: Visit): Promise<Place<HandOverSubject>> {
    const now = { ...visit.asked, asOf: visit.today };
    const view = await this.dispatcher.ask(getHandOver.of({ transitionId }, {}, now));
    const handOver = paths.adult.handOver({ transitionId });
    return {
      subject: { view, about, today: visit.today },
      personId: view.personId,
      revision: view.revision,
      back: { text: 'The hand-over', href: handOver },
      next: handOver,
      changes: (since) => this.history.since(view.personId, `transition-${transitionId}`, since, now),
    };
  }
}

function formOf({ step }: At) {
  const found = Object.hasOwn(handOverForms, step) ? handOverForms[step] : undefined;
  if (!found) throw notFound('form', step);
  return found.form;
}
