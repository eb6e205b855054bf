// Loads a questionnaire: its file is pasted, and what it has wrong stands above it, with everything kept.
import { Body, Get, Post } from '@nestjs/common';
import { Policies } from '../../../engine/access/policy.js';
import { onlyFormOf } from '../../../engine/use-cases/forms-of.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { paths } from './paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { loadQuestionnaire } from './load-questionnaire.js';

const form = onlyFormOf<null>(loadQuestionnaire);

@PageController()
export class LoadQuestionnairePage {
  constructor(
    private readonly policies: Policies,
    private readonly flow: FormFlow,
  ) {}

  @Get(paths.questionnaires.load.pattern)
  show(@VisitOf() visit: Visit): Promise<Page> {
    return this.flow.show(form, this.place(visit), visit);
  }

  @Post(paths.questionnaires.load.pattern)
  submit(@VisitOf() visit: Visit, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(form, this.place(visit), visit, body);
  }

  private place({ actor }: Visit): Place<null> {
    this.policies.require(loadQuestionnaire.name, actor);
    const href = paths.questionnaires.list();
    return {
      subject: null,
      back: { text: 'Questionnaires of Ready Steady Go', href },
      next: href,
      // Which sheet it is, only the file says: there is no revision to be overtaken.
      changes: () => Promise.resolve([]),
    };
  }
}
