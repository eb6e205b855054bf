// The term list of one school or college: to read, to print for its head, to take away as CSV (EHC-11).
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../engine/api/api-routes.js';
import { forecastNote } from '../../../engine/api/asked-day.js';
import { csvLine } from '../../../engine/api/csv-line.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import type { PageReply } from '../../../engine/web/http.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { sendTermList } from '../term-lists.js';
import { termOf } from '../domain/term-lists/terms.js';
import { getTermList } from '../queries/term-list.js';
import { inAddress, settingWords, shownList, sourceOf } from './shown-term-list.js';

export type AtList = Readonly<Record<'term' | 'institution', string>>;
interface Whose {
  readonly authority?: string;
}

@PageController()
export class TermListPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
  ) {}

  @Get(paths.ehc.termList.pattern)
  async show(
    @VisitOf() { asked, actor, today }: Visit,
    @Param() { term, institution }: AtList,
    @Query() { authority = actor.organisation }: Whose,
  ): Promise<Page> {
    const view = await this.dispatcher.ask(getTermList.of({ term, institution }, { authority }, asked));
    const asTerm = termOf(authority, term);
    const names = { term, institution: inAddress(view.institution) };
    const asOf = asked.asOf === today ? undefined : asked.asOf;
    const maySend = asOf === undefined && this.policies.of(sendTermList.name)(actor).allowed;
    return page('cases/ehc-plan/pages/term-list.njk', `Reviews of the ${asTerm.name.toLowerCase()}`, {
      back: { text: 'Term lists', href: paths.ehc.termLists({}, { term, asOf }) },
      data: {
        asOf: asked.asOf,
        term: asTerm,
        source: sourceOf(asTerm),
        list: shownList(view, asked.asOf, today),
        csv: paths.ehc.termListFile(names, { asOf }),
        send: maySend ? paths.ehc.termListSent(names) : undefined,
      },
    });
  }
}

/** Answers a file and no page, so it stands outside the frame. */
@ApiExcludeController()
@Controller()
export class TermListFile {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.ehc.termListFile.pattern)
  async file(
    @VisitOf() { asked, actor, today }: Visit,
    @Param() { term, institution }: AtList,
    @Query() { authority = actor.organisation }: Whose,
    @Res({ passthrough: true }) reply: PageReply,
  ): Promise<string> {
    const view = await this.dispatcher.ask(getTermList.of({ term, institution }, { authority }, asked));
    const { name } = termOf(authority, term);
    const note = forecastNote(asked.asOf, today);
    const head = [
      'Name',
      'Review',
      'Meeting by',
      'Review by',
      'Dates',
      'Term',
      'School or college',
      'As of',
      'Forecast',
    ];
    const lines = view.items.map(({ person, review, meetingBy, reviewBy = '', dates }) => {
      const why = dates.map(({ rule, title, dueOn }) => `${dueOn} ${title} (${rule})`).join('; ');
      return [person, review, meetingBy, reviewBy, why, name, settingWords(view), asked.asOf, note];
    });
    const file = `onward-term-list-${term}-${inAddress(view.institution)}.csv`;
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'no-store');
    return `\ufeff${[head, ...lines].map(csvLine).join('')}`;
  }
}
