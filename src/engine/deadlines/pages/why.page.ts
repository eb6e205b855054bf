// "Why this date?": the rule and its force, the arithmetic, what started the clock, who recorded it and when.
import { Get, Param, Query } from '@nestjs/common';
import { findCase } from '../../audit/queries/find-case.js';
import { ActorDirectory } from '../../access/actors.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { explainDeadline } from '../queries/explain-deadline.js';
import { shownExplanation } from './shown-explanation.js';

@PageController()
export class WhyPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly directory: ActorDirectory,
  ) {}

  @Get(paths.why.pattern)
  async show(
    @VisitOf() { asked }: Visit,
    @Param('pathway') pathway: string,
    @Param('caseId') caseId: string,
    @Query() { key = '', subjectId = '' }: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const explanation = await this.dispatcher.ask(explainDeadline.of({ pathway, caseId }, { key, subjectId }, asked));
    const { personId } = await this.dispatcher.ask(findCase.of({ caseId }, {}, asked));
    return page('engine/deadlines/pages/why.njk', 'Why this date?', {
      personId,
      back:
        pathway === 'ehc'
          ? { text: 'The EHC plan', href: paths.ehc.plan({ planId: caseId }) }
          : { text: 'The person', href: paths.person({ personId }) },
      data: shownExplanation(explanation, asked.asOf, (id) => this.directory.nameOf(id)),
    });
  }
}
