// The cases behind a figure: transitions by the gate that comes next or by the destination of a year, reviews by what they lack.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { listReviewLacks, ReviewLacksQuery } from '../../../cases/ehc-plan/queries/list-review-lacks.js';
import { listDischarges, DischargesQuery } from '../../../cases/camhs-transition/queries/list-discharges.js';
import { listTransitions, RegisterQuery } from '../../../cases/camhs-transition/queries/list-transitions.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../../paths.js';
import { type Path } from '../../../engine/web/paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import {
  shownDischarge,
  shownLacking,
  shownTransition,
  titleOfDischarges,
  titleOfGates,
  titleOfLacks,
  type ShownCase,
} from './shown-cases.js';

type Raw = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string>>;

@PageController()
export class CasesPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.reports.gates.pattern)
  async gates(@VisitOf() { asked }: Visit, @Query() raw: Raw): Promise<Page> {
    const { given } = withoutBlanks(raw);
    const query = await readQuery(RegisterQuery, given);
    const { items, next } = await this.dispatcher.ask(listTransitions.of({}, query, asked));
    return listed(
      titleOfGates(query.gate),
      asked.asOf,
      items.map(shownTransition),
      ways(paths.reports.gates, given, next),
    );
  }

  @Get(paths.reports.discharges.pattern)
  async discharges(@VisitOf() { asked }: Visit, @Query() raw: Raw): Promise<Page> {
    const { given } = withoutBlanks(raw);
    const query = await readQuery(DischargesQuery, given);
    const { items, next } = await this.dispatcher.ask(listDischarges.of({}, query, asked));
    const title = titleOfDischarges(query, asked.asOf);
    return listed(title, asked.asOf, items.map(shownDischarge), ways(paths.reports.discharges, given, next));
  }

  @Get(paths.reports.reviewLacks.pattern)
  async reviewLacks(@VisitOf() { asked }: Visit, @Query() raw: Raw): Promise<Page> {
    const { given } = withoutBlanks(raw);
    const query = await readQuery(ReviewLacksQuery, given);
    const { items, next } = await this.dispatcher.ask(listReviewLacks.of({}, query, asked));
    const title = titleOfLacks(query, asked.asOf);
    return listed(title, asked.asOf, items.map(shownLacking), ways(paths.reports.reviewLacks, given, next), 'Review');
  }
}

type Rows = readonly ShownCase[];
interface Ways {
  readonly back: string;
  readonly first?: string;
  readonly next?: string;
}

/** `about`: what the second column says of each. */
const listed = (title: string, asOf: string, rows: Rows, { back, first, next }: Ways, about = 'Team'): Page =>
  page('apps/reports/pages/cases.njk', title, {
    back: { text: 'The area', href: back },
    data: { asOf, rows, first, next, about },
  });

function ways(
  to: Path<'/reports/gates' | '/reports/discharges' | '/reports/review-lacks'>,
  { cursor, ...filters }: Given,
  next?: string,
): Ways {
  return {
    back: paths.reports.area({}, { asOf: filters['asOf'] }),
    first: cursor === undefined ? undefined : to({}, filters),
    next: next && to({}, { ...filters, cursor: next }),
  };
}
