// Absences by cohort: those who are most often forgotten, each count a link to the names behind it.
import { Get } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { words } from '../../../engine/web/present/words.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { countReviewAbsences } from '../queries/review-absences.js';

@PageController()
export class AbsencesPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.ehc.absences.pattern)
  async show(@VisitOf() { asked, today }: Visit): Promise<Page> {
    const { items } = await this.dispatcher.ask(countReviewAbsences.of({}, {}, asked));
    const asOf = asked.asOf === today ? undefined : asked.asOf;
    const link = (filter: Readonly<Record<string, string>>, state: string) =>
      paths.ehc.worklist({}, { ...filter, step: 'review', state, asOf });
    return page('cases/ehc-plan/pages/absences.njk', 'Absences by cohort', {
      data: {
        asOf: asked.asOf,
        rows: items.map(({ cohort, filter, ...counts }) => ({
          ...counts,
          cohort: cohort === 'not-known' ? 'Year group not known' : words(cohort),
          absentHref: link(filter, 'absent'),
          overdueHref: link(filter, 'overdue'),
        })),
      },
    });
  }
}
