// The agenda of the interface meeting on a day, for one adult service: to be printed and worked through.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { discussAtInterface } from '../interface-meeting.js';
import { AgendaQuery, getInterfaceAgenda, type AgendaView } from '../queries/interface-agenda.js';
import { shownAgenda } from './shown-agenda.js';

@PageController()
export class AgendaPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
  ) {}

  @Get(paths.transition.agenda.pattern)
  async show(
    @VisitOf() { asked, actor }: Visit,
    @Query() raw: Readonly<Record<string, unknown>>,
  ): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.transition.agenda({}, given));
    const query = await readQuery(AgendaQuery, given);
    const agenda = await this.dispatcher.ask(getInterfaceAgenda.of({}, query, asked));
    // Consent is given to a service: CAMHS itself is not one of those, so the first that was asked about is shown.
    const [first] = agenda.recipients;
    const elsewhere =
      query.recipient === undefined && first !== undefined && !agenda.recipients.includes(agenda.recipient);
    const shown = elsewhere
      ? await this.dispatcher.ask(getInterfaceAgenda.of({}, { ...query, recipient: first }, asked))
      : agenda;
    const mayRecord = this.policies.of(discussAtInterface.name)(actor).allowed;
    return page('cases/camhs-transition/pages/agenda.njk', 'Interface meeting', {
      data: { ...shownAgenda(shown, asked.asOf, mayRecord, query.cursor !== undefined), ...pagesOf(given, shown) },
    });
  }
}

/** The next page is of the same service, also where it was not asked for by name. */
function pagesOf({ cursor, ...filters }: Readonly<Record<string, string>>, { next, recipient }: AgendaView) {
  return {
    first: cursor === undefined ? undefined : paths.transition.agenda({}, filters),
    next: next && paths.transition.agenda({}, { ...filters, recipient, cursor: next }),
  };
}
