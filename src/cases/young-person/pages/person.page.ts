// The page of a young person: what is due across the pathways, the cases, and one timeline of everything.
import { Get, Param, Query } from '@nestjs/common';
import { getHistory } from '../../../engine/audit/queries/get-history.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { PersonLinks } from '../../../engine/web/person-links.js';
import { paths } from '../paths.js';
import { CaseTypes } from '../../../engine/processing/case-types.js';
import { shownTask } from '../../../engine/deadlines/pages/shown-row.js';
import { sameDay, together } from '../../../engine/web/present/deadline.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getWorklist } from '../../../engine/deadlines/queries/get-worklist.js';
import { getYoungPerson } from '../queries/get-young-person.js';
import { deathToRecord, departuresOf, shownPerson } from './shown-person.js';
import { casesIn, timeline } from './timeline.js';

@PageController()
export class PersonPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly history: CaseHistory,
    private readonly caseTypes: CaseTypes,
    private readonly links: PersonLinks,
  ) {}

  @Get(paths.person.pattern)
  async show(
    @VisitOf() visit: Visit,
    @Param('personId') personId: string,
    @Query() asked: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const person = await this.dispatcher.ask(getYoungPerson.of({ personId }, {}, visit.asked));
    const { asOf } = visit.asked;
    const may = (action: string) => this.policies.of(action)(visit.actor).allowed;
    const rows = may(getWorklist.name)
      ? (await this.dispatcher.ask(getWorklist.of({}, { personId, limit: 100 }, visit.asked))).items
      : [];
    const events = may(getHistory.name) ? await this.history.of(personId, undefined, visit.asked) : undefined;
    const cases = casesIn(events ?? [], this.caseTypes);
    return page('cases/young-person/pages/person.njk', 'Person', {
      personId,
      data: {
        asOf,
        personId,
        ...shownPerson(person, this.history.nameOf),
        deadlines: together(
          rows.map((row) => shownTask(row, asOf, visit.today, this.caseTypes)),
          sameDay,
        ),
        cases,
        takeBack: [
          ...(may('WithdrawDeparture') && asOf === visit.today ? departuresOf(person) : []),
          ...(may('RecordDeath') && asOf === visit.today ? deathToRecord(person) : []),
        ],
        override:
          may('RecordConsentOverride') && asOf === visit.today ? paths.consentOverride({ personId }) : undefined,
        ...this.links.of(
          visit.actor,
          personId,
          cases.flatMap(({ pathway }) => pathway ?? []),
        ),
        timeline: events && timeline(events, asked, personId, asOf, this.history.nameOf),
      },
    });
  }
}
