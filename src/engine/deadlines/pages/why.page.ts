// "Why this date?": the rule and its force, the arithmetic, what started the clock, who recorded it and when.
import { Get, Param, Query } from '@nestjs/common';
import { findCase } from '../../audit/queries/find-case.js';
import { ActorDirectory } from '../../access/actors.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { CaseTypes } from '../../processing/case-types.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Link, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { explainDeadline } from '../queries/explain-deadline.js';
import { shownExplanation } from './shown-explanation.js';

@PageController()
export class WhyPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly directory: ActorDirectory,
    private readonly caseTypes: CaseTypes,
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
      back: this.backTo(pathway, caseId) ?? { text: 'The person', href: paths.person({ personId }) },
      data: shownExplanation(explanation, asked.asOf, (id) => this.directory.nameOf(id)),
    });
  }

  /** The page of the case itself, where its kind has one. */
  private backTo(pathway: string, caseId: string): Link | undefined {
    const type = this.caseTypes.all.find(({ of }) => of?.pathway === pathway);
    const href = type?.addressOf?.({ caseId, scope: pathway, subjectId: caseId, subject: '' });
    return type && href !== undefined ? { text: `The ${type.noun}`, href } : undefined;
  }
}
