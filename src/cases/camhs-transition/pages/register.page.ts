// The register by gate: everyone open to CAMHS, who comes to which gate when, what the protocol wants next.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getTransitionCounts } from '../queries/transition-counts.js';
import { listTransitions, RegisterQuery } from '../queries/list-transitions.js';
import { chosenInRegister, gateLinks, registerFields } from './register-filters.js';
import { shownLine } from './register-row.js';

@PageController()
export class RegisterPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.transition.register.pattern)
  async show(
    @VisitOf() { asked, today, actor }: Visit,
    @Query() raw: Readonly<Record<string, unknown>>,
  ): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.transition.register({}, given));
    const query = await readQuery(RegisterQuery, given);
    const { items, next } = await this.dispatcher.ask(listTransitions.of({}, query, asked));
    const counts = await this.dispatcher.ask(getTransitionCounts.of({}, {}, asked));
    const { cursor, ...filters } = given;
    const mine = counts.workers.some(({ id }) => id === actor.id) && given['worker'] === undefined;
    return page('cases/camhs-transition/pages/register.njk', 'Transitions by gate', {
      data: {
        asOf: asked.asOf,
        gates: gateLinks(counts, given),
        rows: items.map((line) => shownLine(line, asked.asOf, today)),
        fields: registerFields(counts, given),
        chosen: chosenInRegister(counts, filters),
        first: cursor === undefined ? undefined : paths.transition.register({}, filters),
        next: next && paths.transition.register({}, { ...filters, cursor: next }),
        mine: mine ? paths.transition.register({}, { ...filters, worker: actor.id }) : undefined,
        hidden: asked.asOf === today ? undefined : asked.asOf,
      },
    });
  }
}
