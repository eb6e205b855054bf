// The forms of a wait: one address for each thing that can be recorded from its page.
import { Body, Get, Param, Post } from '@nestjs/common';
import { ActorDirectory } from '../../identity/actors.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { Policies } from '../../identity/policy.js';
import { GetHistory } from '../../audit/queries/get-history.js';
import { notFound } from '../../kernel/errors.js';
import { FormFlow, type Place } from '../../web/forms/form-flow.js';
import { PageController } from '../../web/page-controller.js';
import type { Page, Redirect } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { shownEvent } from '../../web/present/history.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { AskOneWait } from '../queries/one-wait.js';
import { isWaitForm, waitForms, type WaitSubject } from './forms/index.js';
import { waitTitle } from './shown-wait.js';
import { factsOf } from './wait-history.js';

type At = Readonly<Record<'waitId' | 'step', string>>;

@PageController()
export class RecordWaitPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly flow: FormFlow,
    private readonly policies: Policies,
    private readonly directory: ActorDirectory,
  ) {}

  @Get(paths.waiting.record.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(formOf(at), await this.place(at, visit));
  }

  @Post(paths.waiting.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(formOf(at), await this.place(at, visit), visit, body);
  }

  private async place({ waitId }: At, { actor, asked, today }: Visit): Promise<Place<WaitSubject>> {
    // What is recorded is recorded now: a page of an earlier day has no forms.
    const now = { ...asked, asOf: today };
    const wait = await this.dispatcher.ask(new AskOneWait(waitId, now));
    const next = paths.waiting.wait({ waitId });
    return {
      subject: { wait, today },
      personId: wait.personId,
      revision: wait.revision,
      back: { text: waitTitle(wait), href: next },
      next,
      changes: async (since) => {
        if (!this.policies.of(GetHistory.name)(actor).allowed) return [];
        const events = await factsOf(this.dispatcher, wait.personId, waitId, now);
        return events
          .filter(({ revision }) => revision > since)
          .map((event) => shownEvent(event, (id) => this.nameOf(id)));
      },
    };
  }

  private nameOf(id: string): string {
    return this.directory.all().find((actor) => actor.id === id)?.name ?? id;
  }
}

function formOf({ step }: At) {
  if (isWaitForm(step)) return waitForms[step];
  throw notFound('form', step);
}
