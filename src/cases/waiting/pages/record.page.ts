// The forms of a wait: one address for each thing that can be recorded from its page.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { waitKind } from '../domain/wait-kind.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { askOneWait } from '../queries/one-wait.js';
import type { WaitSubject } from '../wait-use-case.js';
import { waitTitle } from './shown-wait.js';
import { waitForms } from './wait-forms.js';

type At = Readonly<Record<'waitId' | 'step', string>>;

@PageController()
export class RecordWaitPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.waiting.record.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(this.formOf(at, visit), await this.place(at, visit), visit);
  }

  @Post(paths.waiting.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(this.formOf(at, visit), await this.place(at, visit), visit, body);
  }

  /** Whoever may not send it is told so before they type. */
  private formOf({ step }: At, { actor }: Visit) {
    const found = Object.hasOwn(waitForms, step) ? waitForms[step] : undefined;
    if (!found) throw notFound('form', step);
    this.policies.require(found.needs, actor);
    return found.form;
  }

  private async place({ waitId }: At, { asked, today }: Visit): Promise<Place<WaitSubject>> {
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const now = { ...asked, asOf: today };
    const wait = await this.dispatcher.ask(askOneWait.of({ id: waitId }, {}, now));
    const next = paths.waiting.wait({ waitId });
    return {
      subject: { wait, today },
      personId: wait.personId,
      revision: wait.revision,
      ofCase: { kind: waitKind, id: waitId },
      back: { text: waitTitle(wait), href: next },
      next,
      changes: (since) => this.history.since(wait.personId, `wait-${waitId}`, since, now),
    };
  }
}
