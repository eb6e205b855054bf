// The forms of a hand-over and of the first months after it: one address for each thing that can be recorded, and about what.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { transitionKind } from '../domain/transition-kind.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getHandOver } from '../queries/get-hand-over.js';
import type { HandOverSubject } from '../transition-forms.js';
import { handOverForms } from './forms.js';

type At = Readonly<Record<'transitionId' | 'step' | 'about', string>>;

@PageController()
export class RecordHandOverPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.adult.record.pattern)
  async form(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(this.formOf(at, visit), await this.place(at, visit), visit);
  }

  @Post(paths.adult.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(this.formOf(at, visit), await this.place(at, visit), visit, body);
  }

  /** Whoever may not send it is told so before they type. */
  private formOf({ step }: At, { actor }: Visit) {
    const found = Object.hasOwn(handOverForms, step) ? handOverForms[step] : undefined;
    if (!found) throw notFound('form', step);
    this.policies.require(found.needs, actor);
    return found.form;
  }

  private async place({ transitionId, about }: At, visit: Visit): Promise<Place<HandOverSubject>> {
    const now = { ...visit.asked, asOf: visit.today };
    const view = await this.dispatcher.ask(getHandOver.of({ transitionId }, {}, now));
    const handOver = paths.adult.handOver({ transitionId });
    return {
      subject: { view, about, today: visit.today },
      personId: view.personId,
      revision: view.revision,
      ofCase: { kind: transitionKind, id: transitionId },
      back: { text: 'The hand-over', href: handOver },
      next: handOver,
      changes: (since) => this.history.since(view.personId, `transition-${transitionId}`, since, now),
    };
  }
}
