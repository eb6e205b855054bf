// The forms of a transition: one address for each thing that can be recorded.
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
import { getTransition } from '../queries/get-transition.js';
import { getTransitionWork } from '../queries/transition-work.js';
import type { TransitionSubject } from '../transition-forms.js';
import { transitionForms } from './forms.js';

type At = Readonly<Record<'transitionId' | 'step', string>>;

@PageController()
export class RecordTransitionPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.transition.record.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(this.formOf(at, visit), await this.place(at, visit), visit);
  }

  @Post(paths.transition.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(this.formOf(at, visit), await this.place(at, visit), visit, body);
  }

  private formOf({ step }: At, { actor }: Visit) {
    const found = Object.hasOwn(transitionForms, step) ? transitionForms[step] : undefined;
    if (!found) throw notFound('form', step);
    this.policies.require(found.needs, actor);
    return found.form;
  }

  private async place({ transitionId }: At, visit: Visit): Promise<Place<TransitionSubject>> {
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const now = { ...visit, asked: { ...visit.asked, asOf: visit.today } };
    const view = await this.dispatcher.ask(getTransition.of({ transitionId }, {}, now.asked));
    const work = await this.dispatcher.ask(getTransitionWork.of({ transitionId }, {}, now.asked));
    const here = paths.transition.case({ transitionId });
    return {
      subject: { view, work, today: visit.today },
      personId: view.personId,
      revision: work.revision,
      ofCase: { kind: transitionKind, id: transitionId },
      back: { text: 'The transition', href: here },
      next: here,
      changes: (since) => this.history.since(view.personId, `transition-${transitionId}`, since, now.asked),
    };
  }
}
