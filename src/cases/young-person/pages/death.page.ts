// Records a death on the young person's own record: the form that confirms what another record says.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { onlyFormOf } from '../../../engine/use-cases/forms-of.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { recordDeath, type DeathSubject } from '../departures.js';
import { getYoungPerson } from '../queries/get-young-person.js';

interface At {
  readonly personId: string;
}

const form = onlyFormOf<DeathSubject>(recordDeath);

@PageController()
export class RecordDeathPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.deathRecorded.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    return this.flow.show(form, await this.place(at, visit), visit);
  }

  @Post(paths.deathRecorded.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(form, await this.place(at, visit), visit, body);
  }

  private async place({ personId }: At, visit: Visit): Promise<Place<DeathSubject>> {
    this.policies.require(recordDeath.name, visit.actor);
    const asked = { ...visit.asked, asOf: visit.today };
    const { revision } = await this.dispatcher.ask(getYoungPerson.of({ personId }, {}, asked));
    const back = paths.person({ personId });
    return {
      subject: { personId, today: visit.today },
      personId,
      revision,
      back: { text: 'The person and their timeline', href: back },
      next: back,
      changes: (since) => this.history.since(personId, `youngPerson-${personId}`, since, asked),
    };
  }
}
