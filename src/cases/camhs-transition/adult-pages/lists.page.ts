// The three lists: hand-overs, the first six months after the transfer, and who is still open to CAMHS past 18.
import { Get, Query, type Type } from '@nestjs/common';
import { PageQuery } from '../../../engine/api/paging.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { Policies } from '../../../engine/access/policy.js';
import { recordPast18Reason } from '../past-18.js';
import { listFirstMonths } from '../queries/list-first-months.js';
import { HandOverQuery, listHandOvers } from '../queries/list-hand-overs.js';
import { listPast18 } from '../queries/list-past-18.js';
import { shownFirstMonthsRow } from './shown-first-months.js';
import { shownHandOverRow } from './shown-hand-over.js';
import { past18Lead, shownPast18 } from './shown-past-18.js';

type Raw = Readonly<Record<string, unknown>>;
const asked = <Q extends PageQuery>(raw: Raw, type: Type<Q>) => {
  const { asOf: _, ...given } = withoutBlanks(raw).given;
  return readQuery(type, given);
};

/** The next page is of the same list: of the same person, on the same day. */
const further = (raw: Raw, next: string | undefined) => next && { ...withoutBlanks(raw).given, cursor: next };

@PageController()
export class TransferListsPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
  ) {}

  @Get(paths.adult.handOvers.pattern)
  async handOvers(@VisitOf() visit: Visit, @Query() raw: Raw): Promise<Page> {
    const { items, next } = await this.dispatcher.ask(
      listHandOvers.of({}, await asked(raw, HandOverQuery), visit.asked),
    );
    const more = further(raw, next);
    return page('cases/camhs-transition/adult-pages/hand-overs.njk', 'Hand-overs to adult services', {
      data: {
        asOf: visit.asked.asOf,
        rows: items.map(shownHandOverRow),
        next: more && paths.adult.handOvers({}, more),
      },
    });
  }

  @Get(paths.adult.firstMonths.pattern)
  async firstMonths(@VisitOf() visit: Visit, @Query() raw: Raw): Promise<Page> {
    const { asOf } = visit.asked;
    const { items, next } = await this.dispatcher.ask(listFirstMonths.of({}, await asked(raw, PageQuery), visit.asked));
    const more = further(raw, next);
    return page('cases/camhs-transition/adult-pages/first-months.njk', 'The first six months after the transfer', {
      data: {
        asOf,
        rows: items.map((line) => shownFirstMonthsRow(line, asOf)),
        next: more && paths.adult.firstMonths({}, more),
      },
    });
  }

  @Get(paths.past18.pattern)
  async past18(@VisitOf() visit: Visit, @Query() raw: Raw): Promise<Page> {
    const found = await this.dispatcher.ask(listPast18.of({}, await asked(raw, PageQuery), visit.asked));
    const { asOf } = visit.asked;
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const mayRecord = asOf === visit.today && this.policies.of(recordPast18Reason.name)(visit.actor).allowed;
    const more = further(raw, found.next);
    return page('cases/camhs-transition/adult-pages/past-18.njk', 'Open to CAMHS past 18', {
      data: {
        asOf: visit.asked.asOf,
        lead: past18Lead(found),
        rows: found.items.map((line) => shownPast18(line, mayRecord)),
        next: more && paths.past18({}, more),
      },
    });
  }
}
