// The waiting list: how long people wait by pathway and service, who is seen now, and everybody by name, the longest first.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { askNowSeeing } from '../queries/now-seeing.js';
import { askWaitingFigures } from '../queries/waiting-figures.js';
import { askWaitingList, WaitingListAsked } from '../queries/waiting-list.js';
import { askWaitsByService } from '../queries/waits-by-service.js';
import { chosenFilters, filterFields, listLink } from './list-filters.js';
import {
  bandChart,
  datesInWords,
  shownBands,
  shownFigures,
  shownNowSeeing,
  shownRow,
  shownService,
} from './shown-list.js';

@PageController()
export class WaitingListPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.waiting.list.pattern)
  async show(@VisitOf() { asked }: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.waiting.list({}, given));
    const list = await readQuery(WaitingListAsked, given);
    const { pathway, service, provider, known } = list;
    const filter = { pathway, service, provider, known };
    const { items, next } = await this.dispatcher.ask(askWaitingList.of({}, list, asked));
    const figures = await this.dispatcher.ask(askWaitingFigures.of({}, filter, asked));
    const services = await this.dispatcher.ask(askWaitsByService.of({}, { known }, asked));
    const shown = services.filter(
      (line) =>
        (pathway === undefined || line.pathway === pathway) &&
        (service === undefined || line.service === service) &&
        (provider === undefined || line.provider === provider),
    );
    return page('cases/waiting/pages/list.njk', 'Waiting list', {
      data: {
        asOf: asked.asOf,
        figures: { ...figures, population: datesInWords(figures.population) },
        facts: shownFigures(figures),
        bands: shownBands(figures, given),
        chart: bandChart(figures),
        services: shown.map(shownService(given)),
        seeing: shownNowSeeing(await this.dispatcher.ask(askNowSeeing.of({}, filter, asked))),
        rows: items.map((row) => shownRow(row, asked.asOf)),
        fields: filterFields(given, services),
        chosen: chosenFilters(given),
        all: paths.waiting.list({}, { asOf: given['asOf'] }),
        first: given['cursor'] === undefined ? undefined : listLink(given),
        next: next && listLink(given, { cursor: next }),
      },
    });
  }
}
