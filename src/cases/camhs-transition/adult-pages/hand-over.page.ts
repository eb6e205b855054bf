// The page of one hand-over and of the first months after it.
import { Get, Param } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { CasesNow } from '../../../engine/use-cases/cases-now.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import type { Actor } from '../../../kernel/envelope.js';
import { transitionKind } from '../domain/transition-kind.js';
import { acceptHandOverItem, returnHandOverItem } from '../hand-over.js';
import { acceptReferral, refuseReferral } from '../onward-referral.js';
import { getHandOver } from '../queries/get-hand-over.js';
import { acceptHandOver, openReceivingService } from '../receiving-service.js';
import { ReceivingSide } from '../receiving-side.js';
import type { Can } from './form-links.js';
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

@PageController()
export class HandOverPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly casesNow: CasesNow,
    private readonly receiving: ReceivingSide,
  ) {}

  @Get(paths.adult.handOver.pattern)
  async show(@VisitOf() visit: Visit, @Param('transitionId') id: string): Promise<Page> {
    const { actor, today, asked } = visit;
    const view = await this.dispatcher.ask(getHandOver.of({ transitionId: id }, {}, asked));
    const { asOf } = asked;
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const now = asOf === today ? await this.casesNow.of(transitionKind, id, view.personId, actor) : undefined;
    const can: Can = ({ needs, whyNot }, about, service = view.destinationCode) =>
      now !== undefined &&
      now.may(needs) &&
      this.speaksFor(service, needs, actor) &&
      whyNot({ view, about, today }, now)?.ofEarlierDay !== false;
    const byStage = paths.transition.case({ transitionId: id }, { asOf: asOf === today ? undefined : asOf });
    return page('cases/camhs-transition/adult-pages/hand-over.njk', 'Hand-over to adult services', {
      personId: view.personId,
      back: { text: 'Hand-overs', href: paths.adult.handOvers() },
      data: { ...shownHandOver(view, can, asOf), asOf, byStage },
    });
  }

  private speaksFor(service: string | undefined, action: string, actor: Actor): boolean {
    if (service === undefined) return true;
    if (refusals.includes(action)) return this.receiving.mayRecordNo(actor, service);
    return !acceptances.includes(action) || this.receiving.mayRecord(actor, service);
  }
}
