// The form with which a programme begins: there is none yet, so it belongs to the person.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Policies } from '../../../engine/access/policy.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { notFound } from '../../../kernel/errors.js';
import { paths } from '../paths.js';
import type { ReadinessStartSubject } from '../starting.js';
import { readinessBeginForms } from './forms.js';

type At = Readonly<Record<'personId' | 'step', string>>;

@PageController()
export class BeginReadinessPage {
  constructor(
    private readonly policies: Policies,
    private readonly flow: FormFlow,
  ) {}

  @Get(paths.readiness.begin.pattern)
  show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(this.formOf(at, visit), this.place(at, visit), visit);
  }

  @Post(paths.readiness.begin.pattern)
  submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(this.formOf(at, visit), this.place(at, visit), visit, body);
  }

  private formOf({ step }: At, { actor }: Visit) {
    const found = Object.hasOwn(readinessBeginForms, step) ? readinessBeginForms[step] : undefined;
    if (!found) throw notFound('form', step);
    this.policies.require(found.needs, actor);
    return found.form;
  }

  /** Nothing is there that somebody else could change meanwhile: so there is no revision. */
  private place({ personId }: At, { today }: Visit): Place<ReadinessStartSubject> {
    return {
      subject: { personId, today },
      personId,
      back: { text: 'The person and their timeline', href: paths.person({ personId }) },
      next: ({ id }) => paths.readiness.programme({ programmeId: id }),
      changes: () => Promise.resolve([]),
    };
  }
}
