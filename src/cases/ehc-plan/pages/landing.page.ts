// Reviews landing: how many annual reviews fall due in each of the coming 26 weeks, as a chart with its table.
import { Get, Query } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { addDays } from '../../../kernel/calendar/index.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { barChart } from '../../../engine/web/present/bar-chart.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { listSendOfficers } from '../queries/list-officers.js';
import { countLandingByOfficer, officersAtOnce } from '../queries/landing-by-officer.js';
import { countReviewsLanding, LandingQuery } from '../queries/reviews-landing.js';
import { shownByOfficer } from './shown-landing.js';

/** The table by officer has pages of its own. */
class LandingPageQuery extends LandingQuery {
  @IsOptional() @IsString() cursor?: string;
}

@PageController()
export class LandingPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.ehc.landing.pattern)
  async show(
    @VisitOf() { asked, today }: Visit,
    @Query() raw: Readonly<Record<string, unknown>>,
  ): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.ehc.landing({}, given));
    const query = await readQuery(LandingPageQuery, given);
    const { before, weeks } = await this.dispatcher.ask(countReviewsLanding.of({}, query, asked));
    const officers = (await this.dispatcher.ask(listSendOfficers.of({}, {}, asked))).items;
    const { cursor, ...chosen } = given;
    const { items, nobody, next } = await this.dispatcher.ask(
      countLandingByOfficer.of({}, { limit: officersAtOnce, cursor: query.cursor }, asked),
    );
    return page('cases/ehc-plan/pages/landing.njk', 'Reviews landing', {
      data: {
        before,
        beforeHref: paths.ehc.worklist({}, { ...chosen, step: 'review', state: undefined }),
        chart: barChart(weeks.map(({ from, reviews }) => ({ on: from, value: reviews }))),
        weeks: weeks.map((week) => ({ ...week, to: addDays(week.from, 6) })),
        ...shownByOfficer([...items, nobody], asked.asOf === today ? undefined : asked.asOf),
        officersAtOnce,
        firstOfficers: cursor === undefined ? undefined : paths.ehc.landing({}, chosen),
        nextOfficers: next && paths.ehc.landing({}, { ...chosen, cursor: next }),
        total: weeks.reduce((sum, { reviews }) => sum + reviews, 0),
        officers: officers.map((officer) => ({ ...officer, selected: officer.id === query.officer })),
      },
    });
  }
}
