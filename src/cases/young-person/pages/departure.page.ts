// Takes back a death or a move away that was recorded in error: the form on the young person's own record.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import { onlyFormOf } from '../../../engine/use-cases/forms-of.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { withdrawDeparture, type DepartureSubject } from '../departures.js';
import { departures } from '../../../engine/person/domain/codes.js';
import { getYoungPerson } from '../queries/get-young-person.js';

interface At {
  readonly personId: string;
  readonly departure: string;
}

const form = onlyFormOf<DepartureSubject>(withdrawDeparture);

@PageController()
export class WithdrawDeparturePage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.departureWithdrawn.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(form, await this.place(at, visit), visit);
  }

  @Post(paths.departureWithdrawn.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(form, await this.place(at, visit), visit, body);
  }

  private async place({ personId, departure: said }: At, visit: Visit): Promise<Place<DepartureSubject>> {
    this.policies.require(withdrawDeparture.name, visit.actor);
    const departure = departures.find((each) => each === said);
    if (!departure) throw notFound('departure', said);
    const asked = { ...visit.asked, asOf: visit.today };
    const { revision } = await this.dispatcher.ask(getYoungPerson.of({ personId }, {}, asked));
    const back = paths.person({ personId });
    return {
      subject: { personId, departure, today: visit.today },
      personId,
      revision,
      back: { text: 'The person and their timeline', href: back },
      next: back,
      changes: (since) => this.history.since(personId, `youngPerson-${personId}`, since, asked),
    };
  }
}
