// Loads the list of schools: the files are pasted, and what they have wrong stands above, with everything kept.
import { Body, Get, Post } from '@nestjs/common';
import { Policies } from '../../access/policy.js';
import { onlyFormOf } from '../../use-cases/forms-of.js';
import { FormFlow, type Place } from '../../web/forms/form-flow.js';
import { PageController } from '../../web/page-controller.js';
import type { Page, Redirect } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { loadSchoolList } from '../load-schools-case.js';

const form = onlyFormOf<null>(loadSchoolList);

@PageController()
export class LoadSchoolsPage {
  constructor(
    private readonly policies: Policies,
    private readonly flow: FormFlow,
  ) {}

  @Get(paths.schools.load.pattern)
  show(@VisitOf() visit: Visit): Promise<Page> {
    return this.flow.show(form, this.place(visit), visit);
  }

  @Post(paths.schools.load.pattern)
  submit(@VisitOf() visit: Visit, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(form, this.place(visit), visit, body);
  }

  private place({ actor }: Visit): Place<null> {
    this.policies.require(loadSchoolList.name, actor);
    const href = paths.schools.list();
    // Each school has a revision of its own, and what was loaded between is not undone: nothing is overtaken.
    return {
      subject: null,
      back: { text: 'Schools and colleges', href },
      next: href,
      changes: () => Promise.resolve([]),
    };
  }
}
