// The forms of a programme: one address for each thing that can be recorded, and for what it is about.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { notFound } from '../../../kernel/errors.js';
import { readinessKind } from '../domain/readiness-kind.js';
import { paths } from '../paths.js';
import { getReadiness } from '../queries/get-readiness.js';
import type { ReadinessSubject } from '../readiness-use-case.js';
import { readinessForms } from './forms.js';
import { titleOf } from './shown-programme.js';

type At = Readonly<Record<'programmeId' | 'step' | 'about', string>>;

@PageController()
export class RecordReadinessPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.readiness.record.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(this.formOf(at, visit), await this.place(at, visit), visit);
  }

  @Post(paths.readiness.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(this.formOf(at, visit), await this.place(at, visit), visit, body);
  }

  /** Whoever may not send it is told so before they type. */
  private formOf({ step }: At, { actor }: Visit) {
    const found = Object.hasOwn(readinessForms, step) ? readinessForms[step] : undefined;
    if (!found) throw notFound('form', step);
    this.policies.require(found.needs, actor);
    return found.form;
  }

  private async place({ programmeId, about }: At, { asked, today }: Visit): Promise<Place<ReadinessSubject>> {
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const now = { ...asked, asOf: today };
    const view = await this.dispatcher.ask(getReadiness.of({ programmeId }, {}, now));
    requireThere(view, about);
    const next = paths.readiness.programme({ programmeId });
    return {
      subject: { view, about, today },
      personId: view.personId,
      revision: view.revision,
      ofCase: { kind: readinessKind, id: programmeId },
      back: { text: titleOf(view), href: next },
      next,
      changes: (since) => this.history.since(view.personId, `readiness-${programmeId}`, since, now),
    };
  }
}

/** An address that names what is not of this programme is nobody's. */
function requireThere({ helps, goals, links }: ReadinessSubject['view'], about: string): void {
  const ids = [
    ...helps.map(({ helpId }) => helpId),
    ...goals.map(({ goalId }) => goalId),
    ...links.map(({ linkId }) => linkId),
  ];
  if (about !== 'programme' && !ids.includes(about)) throw notFound('part of this programme', about);
}
