// The manager's page of the area: each figure as a chart with its table, its definition and its files, on any day.
import { Get, Query } from '@nestjs/common';
import { addDays } from '../../../kernel/calendar/index.js';
import { refuse } from '../../../kernel/errors.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { shownCounts } from '../../../engine/deadlines/pages/shown-counts.js';
import { countWorklist } from '../../../engine/deadlines/queries/count-worklist.js';
import { AreaFigures } from '../area/area-figures.js';
import { forgottenSinceWords, publishedWords } from '../area/shown-publication.js';
import { publishFigures } from '../commands/publish-figures.js';
import { isFor, isInternal, profileOf, profiles } from '../publication/profiles.js';
import { AreaQuery } from './area-query.js';
import { shownFigure } from './shown-area.js';

@PageController()
export class AreaPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly figures: AreaFigures,
    private readonly policies: Policies,
  ) {}

  @Get(paths.reports.area.pattern)
  async show(
    @VisitOf() { asked, actor, today }: Visit,
    @Query() raw: Readonly<Record<string, unknown>>,
  ): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.reports.area({}, given));
    const { profile: name = 'INTERNAL' } = await readQuery(AreaQuery, given);
    const profile = profileOf(name);
    const { figures, publication, differs } = await this.figures.under(profile, asked);
    const { published, forgottenSince } = publication;
    if (!figures.some(({ kind }) => isFor(kind, profile)))
      throw refuse('REC-41', `“${profile.title}” is for none of the figures of this page.`, {
        help: 'Choose another under “For whose eyes”.',
      });
    const counts = await this.dispatcher.ask(countWorklist.of({}, {}, asked));
    const mayPublish = this.policies.of(publishFigures.name)(actor).allowed;
    const publishable = !isInternal(profile) && !published && asked.asOf < today;
    return page('apps/reports/pages/area.njk', 'The area', {
      data: {
        asOf: asked.asOf,
        // Exact counts and charts are for those inside alone.
        counts: isInternal(profile) ? shownCounts(counts, asked.asOf, { asOf: asked.asOf }, 'dates overdue') : [],
        profile,
        profiles: profiles
          .filter((each) => figures.some(({ kind }) => isFor(kind, each)))
          .map((each) => ({ ...each, selected: each.name === name })),
        published: published && { words: publishedWords(published), differs },
        publish: publishable && mayPublish ? paths.reports.publish({}, { asOf: asked.asOf, profile: name }) : undefined,
        unpublished: !isInternal(profile) && !published,
        yesterday: asked.asOf < today ? undefined : paths.reports.area({}, { asOf: addDays(today, -1), profile: name }),
        forgotten: published ? '' : forgottenSinceWords(forgottenSince),
        inside: paths.reports.area({}, { asOf: asked.asOf }),
        figures: figures.map((figure) => shownFigure(figure, profile)),
      },
    });
  }
}
