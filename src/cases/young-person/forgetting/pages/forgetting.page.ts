// The pages of a records manager: find a person, see until when what is known of them is kept, and forget them.
import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { listViews } from '../../../../engine/audit/views/list-views.js';
import { Dispatcher } from '../../../../engine/access/dispatcher.js';
import { Policies } from '../../../../engine/access/policy.js';
import { formatDate, isCivilDate } from '../../../../kernel/calendar/index.js';
import { FormFlow, type Place } from '../../../../engine/web/forms/form-flow.js';
import { PageController } from '../../../../engine/web/page-controller.js';
import { page, type Page, type Redirect } from '../../../../engine/web/page.js';
import { paths } from '../../paths.js';
import { VisitOf, type Visit } from '../../../../engine/web/visit.js';
import { forgetPerson } from '../forgetting.js';
import { findForForgetting, mostFound } from '../queries/find-for-forgetting.js';
import { getRetention, type RetentionView } from '../../../../engine/retention/get-retention.js';
import { forgetFormOf, type ForgetSubject } from './forget-form.js';
import { readWanted } from './read-wanted.js';

const back = { text: 'Find another person', href: paths.forgetting.find() };

@PageController()
export class ForgettingPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
  ) {}

  @Get(paths.forgetting.find.pattern)
  async find(@VisitOf() { asked }: Visit, @Query('q') raw: unknown): Promise<Page> {
    const typed = typeof raw === 'string' ? raw.trim().slice(0, 200) : '';
    const found = await this.dispatcher.ask(findForForgetting.of({}, { wanted: readWanted(typed) }, asked));
    const people = found.map((one) => ({ ...one, href: paths.forgetting.person({ personId: one.id }) }));
    return page('cases/young-person/forgetting/pages/find.njk', 'Records: who may be forgotten', {
      data: { typed, people: typed === '' ? undefined : people, more: found.length === mostFound },
    });
  }

  @Get(paths.forgetting.person.pattern)
  async show(@VisitOf() { asked, actor }: Visit, @Param('personId') personId: string): Promise<Page> {
    const view = await this.dispatcher.ask(getRetention.of({ personId }, {}, asked));
    const on = (day: string | undefined) => (isCivilDate(day) ? formatDate(day) : '');
    return page(
      'cases/young-person/forgetting/pages/retention.njk',
      view.forgottenOn ? 'A person who was forgotten' : 'Until when it is kept',
      {
        back,
        data: {
          ...view,
          birthDate: on(view.birthDate),
          forgottenOn: on(view.forgottenOn),
          rules: view.rules.map(({ rule, until }) => ({ rule, until: on(until) })),
          standing: standingWords(view, on),
          views: this.policies.of(listViews.name)(actor).allowed ? paths.history.views({ personId }) : undefined,
          forget: view.forgottenOn ? undefined : paths.forgetting.forget({ personId }),
        },
      },
    );
  }

  @Get(paths.forgetting.forget.pattern)
  async ask(@VisitOf() visit: Visit, @Param('personId') personId: string): Promise<Page> {
    const place = await this.place(personId, visit);
    return this.flow.show(forgetFormOf(place.subject), place, visit);
  }

  @Post(paths.forgetting.forget.pattern)
  async submit(
    @VisitOf() visit: Visit,
    @Param('personId') personId: string,
    @Body() body: object,
  ): Promise<Page | Redirect> {
    const place = await this.place(personId, visit);
    return this.flow.submit(forgetFormOf(place.subject), place, visit, body);
  }

  private async place(personId: string, { actor, asked, today }: Visit): Promise<Place<ForgetSubject>> {
    this.policies.require(forgetPerson.name, actor);
    const view = await this.dispatcher.ask(getRetention.of({ personId }, {}, { ...asked, asOf: today }));
    const person = paths.forgetting.person({ personId });
    return {
      subject: {
        personId,
        today,
        name: view.name,
        birthDate: isCivilDate(view.birthDate) ? formatDate(view.birthDate) : '',
        open: view.openCases.map(({ pathway }) => pathway),
      },
      back: { text: 'The person', href: person },
      next: person,
      changes: () => Promise.resolve([]),
    };
  }
}

function standingWords({ ended, keptUntil }: RetentionView, on: (day: string | undefined) => string): string {
  if (!keptUntil)
    return 'No rule of keeping applies to this record, so none has run out. Another ground needs a decision of its own.';
  return ended
    ? `Kept until ${on(keptUntil.until)} (${keptUntil.rule}): that has run out. This person may be forgotten.`
    : `Kept until ${on(keptUntil.until)} (${keptUntil.rule}). Until then only an erasure that was granted, a registration in error or a court order is a ground.`;
}
