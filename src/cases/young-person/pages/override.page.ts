// Records an override of consent from a page: on the young person's own record, as their consents are (TRN-44).
import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { directory, isKnownWorker } from '../../../rules/directory/current.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { onlyFormOf } from '../../../engine/use-cases/forms-of.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { CaseTypes } from '../../../engine/processing/case-types.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { recordConsentOverride, type OverrideSubject } from '../consent-override.js';
import { purposesFor } from '../domain/consent-recording.js';
import { getYoungPerson } from '../queries/get-young-person.js';

/** From which page, if not from the person's own. */
interface Come {
  readonly case?: string;
  readonly purpose?: string;
}

const form = onlyFormOf<OverrideSubject>(recordConsentOverride);

@PageController()
export class ConsentOverridePage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
    private readonly types: CaseTypes,
  ) {}

  @Get(paths.consentOverride.pattern)
  async show(@VisitOf() visit: Visit, @Param('personId') personId: string, @Query() come: Come): Promise<Page> {
    return this.flow.show(form, await this.place(personId, visit, come), visit);
  }

  @Post(paths.consentOverride.pattern)
  async submit(
    @VisitOf() visit: Visit,
    @Param('personId') personId: string,
    @Body() body: object,
    @Query() come: Come,
  ): Promise<Page | Redirect> {
    return this.flow.submit(form, await this.place(personId, visit, come), visit, body);
  }

  private async place(personId: string, visit: Visit, come: Come): Promise<Place<OverrideSubject>> {
    const { actor, today: day } = visit;
    this.policies.require(recordConsentOverride.name, actor);
    const asked = { ...visit.asked, asOf: day };
    const { consents, revision } = await this.dispatcher.ask(getYoungPerson.of({ personId }, {}, asked));
    const { case: from, purpose } = come;
    const back = this.types.wayBack(from) ?? {
      text: 'The person and their timeline',
      href: paths.person({ personId }),
    };
    const workers = directory()
      .on('workers', day)
      .map(({ code }) => code);
    return {
      subject: {
        ...{ personId, day, purpose },
        purposes: purposesFor(actor),
        authorisers: workers.filter((code) => code !== actor.id && isKnownWorker(code, day)),
        refusals: consents.filter(
          ({ current, decision }) => current && (decision === 'refused' || decision === 'withdrawn'),
        ),
      },
      personId,
      revision,
      back,
      next: back.href,
      changes: (since) => this.history.since(personId, `youngPerson-${personId}`, since, asked),
    };
  }
}
