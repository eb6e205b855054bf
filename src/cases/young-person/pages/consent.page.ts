// Records a decision on consent from a page: on the young person's own record, whichever pathway asked.
import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import { onlyFormOf } from '../../../engine/use-cases/forms-of.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { CaseTypes } from '../../../engine/processing/case-types.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { recordConsent, type ConsentSubject } from '../consent.js';
import { consentPurposeCodes } from '../../../engine/person/domain/events.js';
import { getYoungPerson } from '../queries/get-young-person.js';

interface At {
  readonly personId: string;
  readonly purpose: string;
}

const form = onlyFormOf<ConsentSubject>(recordConsent);

@PageController()
export class ConsentPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
    private readonly types: CaseTypes,
  ) {}

  @Get(paths.consent.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At, @Query('case') from?: string): Promise<Page> {
    return this.flow.show(form, await this.place(at, visit, from), visit);
  }

  @Post(paths.consent.pattern)
  async submit(
    @VisitOf() visit: Visit,
    @Param() at: At,
    @Body() body: object,
    @Query('case') from?: string,
  ): Promise<Page | Redirect> {
    return this.flow.submit(form, await this.place(at, visit, from), visit, body);
  }

  private async place({ personId, purpose }: At, visit: Visit, from?: string): Promise<Place<ConsentSubject>> {
    this.policies.require(recordConsent.name, visit.actor);
    if (!consentPurposeCodes.includes(purpose)) throw notFound('purpose of consent', purpose);
    const asked = { ...visit.asked, asOf: visit.today };
    const person = await this.dispatcher.ask(getYoungPerson.of({ personId }, {}, asked));
    const recipients = person.consents.filter((one) => one.purpose === purpose).map(({ recipient }) => recipient);
    const back = this.types.wayBack(from) ?? {
      text: 'The person and their timeline',
      href: paths.person({ personId }),
    };
    return {
      subject: { personId, purpose, day: visit.today, recipients: [...new Set(recipients)] },
      personId,
      revision: person.revision,
      back,
      next: back.href,
      changes: (since) => this.history.since(personId, `youngPerson-${personId}`, since, asked),
    };
  }
}
