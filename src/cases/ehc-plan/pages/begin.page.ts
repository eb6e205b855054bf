// The forms with which a person's plan begins here: there is no plan yet, so they belong to the person.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Policies } from '../../../engine/access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { formsOf } from '../../../engine/use-cases/forms-of.js';
import { useCasesIn } from '../../../engine/use-cases/use-case.js';
import * as beginning from '../beginning.js';
import type { BeginSubject } from '../beginning.js';

const beginForms = formsOf<BeginSubject, never, 'begin'>('begin', useCasesIn(beginning));

type At = Readonly<Record<'personId' | 'step', string>>;

@PageController()
export class BeginPlanPage {
  constructor(
    private readonly policies: Policies,
    private readonly flow: FormFlow,
  ) {}

  @Get(paths.ehc.begin.pattern)
  show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(this.formOf(at, visit), this.place(at), visit);
  }

  @Post(paths.ehc.begin.pattern)
  submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(this.formOf(at, visit), this.place(at), visit, body);
  }

  private formOf({ step }: At, { actor }: Visit) {
    const found = Object.hasOwn(beginForms, step) ? beginForms[step] : undefined;
    if (!found) throw notFound('form', step);
    this.policies.require(found.needs, actor);
    return found.form;
  }

  /** Nothing is there that somebody else could change meanwhile: so there is no revision. */
  private place({ personId }: At): Place<BeginSubject> {
    const person = paths.person({ personId });
    return {
      subject: { personId },
      personId,
      back: { text: 'The person and their timeline', href: person },
      next: ({ id }) => paths.ehc.plan({ planId: id }),
      changes: () => Promise.resolve([]),
    };
  }
}
