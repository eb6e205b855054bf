// The term lists of the authority: for each school or college when its list is due, and who has it (EHC-11).
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { addWeeks } from '../../../kernel/calendar/index.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { termOf, termsOf } from '../domain/term-lists/terms.js';
import { askTermLists, WhichTerm } from '../queries/term-lists.js';
import { shownLine, sourceOf } from './shown-term-list.js';

@PageController()
export class TermListsPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.ehc.termLists.pattern)
  async show(@VisitOf() visit: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page | Redirect> {
    const { asked, today } = visit;
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.ehc.termLists({}, given));
    const { authority = asked.actor.organisation, term } = await readQuery(WhichTerm, given);
    const lists = await this.dispatcher.ask(askTermLists.of({}, { authority, term }, asked));
    const asTerm = termOf(authority, lists.term);
    const count = (...statuses: string[]) => lists.items.filter(({ status }) => statuses.includes(status)).length;
    return page('cases/ehc-plan/pages/term-lists.njk', 'Term lists', {
      data: {
        asOf: asked.asOf,
        name: lists.name,
        firstDay: lists.firstDay,
        nextFirstDay: lists.nextFirstDay,
        dueOn: addWeeks(asTerm.firstDay, -2),
        source: sourceOf(asTerm),
        counts: { late: count('overdue', 'absent'), due: count('due'), sent: count('met', 'met late') },
        terms: termsOf(authority).map(({ id, name }) => ({ id, name, selected: id === lists.term })),
        rows: lists.items.map((line) => shownLine(line, asked.asOf, today)),
      },
    });
  }
}
