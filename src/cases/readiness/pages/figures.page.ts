// The figures of each service, small numbers withheld: nobody by name.
import { Get } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { paths } from '../paths.js';
import { countReadiness } from '../queries/readiness-figures.js';
import { shownFigures } from './shown-list.js';

@PageController()
export class ReadinessFiguresPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.readiness.figures.pattern)
  async show(@VisitOf() { asked }: Visit): Promise<Page> {
    const figures = await this.dispatcher.ask(countReadiness.of({}, {}, asked));
    return page('cases/readiness/pages/figures.njk', 'Ready Steady Go in figures', {
      back: { text: 'Ready Steady Go', href: paths.readiness.list() },
      data: { asOf: asked.asOf, figures: shownFigures(figures) },
    });
  }
}
