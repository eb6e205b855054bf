// The SEND worklist page: by legal risk, filtered by links that can be shared, page by page.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { number } from '../../../engine/web/present/dates.js';
import { sameDay, together } from '../../../engine/web/present/deadline.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { listSendOfficers } from '../queries/list-officers.js';
import { getReviewWorklist } from '../queries/review-worklist.js';
import { ReviewWorklistQuery } from '../queries/review-worklist-query.js';
import { countedTo } from '../queries/review-worklist-rows.js';
import { chosenFilters, filterFields } from './worklist-filters.js';
import { shownRow } from './worklist-row.js';

@PageController()
export class ReviewWorklistPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.ehc.worklist.pattern)
  async show(@VisitOf() visit: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    // A form sends its empty fields too: the link that is shared holds only what was chosen.
    if (hadBlanks) return redirect(paths.ehc.worklist({}, given));
    const query = await readQuery(ReviewWorklistQuery, given);
    const { asOf } = visit.asked;
    const {
      items,
      next,
      notKnown = 0,
      missed = 0,
      returns = [],
    } = await this.dispatcher.ask(getReviewWorklist.of({}, query, visit.asked));
    const officers = (await this.dispatcher.ask(listSendOfficers.of({}, {}, visit.asked))).items;
    const mine = officers.some(({ id }) => id === visit.actor.id);
    const { cursor, ...filters } = given;
    return page('cases/ehc-plan/pages/worklist.njk', 'Worklist', {
      data: {
        asOf,
        rows: together(
          items.map((row) => shownRow(row, asOf, visit.today)),
          sameDay,
        ),
        returns,
        notKnown: counted(notKnown),
        state: query.state,
        missed: counted(missed),
        missedHref: paths.ehc.worklist({}, { ...filters, state: 'missed' }),
        csv: paths.ehc.worklistFile({}, filters),
        notKnownHref: paths.ehc.worklist({}, { ...filters, state: 'not-known' }),
        fields: filterFields(given, officers),
        chosen: chosenFilters(filters, officers),
        first: cursor === undefined ? undefined : paths.ehc.worklist({}, filters),
        next: next && paths.ehc.worklist({}, { ...filters, cursor: next }),
        mine:
          mine && given['officer'] === undefined
            ? paths.ehc.worklist({}, { ...filters, officer: visit.actor.id })
            : undefined,
      },
    });
  }
}

/** Nothing is said of none. */
const counted = (steps: number) =>
  steps === 0 ? undefined : { one: steps === 1, words: steps < countedTo ? number(steps) : `${number(steps)} or more` };
