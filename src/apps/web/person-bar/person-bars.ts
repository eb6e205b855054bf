// Asks for the identity bar as the visitor may see it.
import { Injectable } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { getWhoLeads } from '../../../cases/camhs-transition/queries/who-leads.js';
import { listReadinessOfPerson } from '../../../cases/readiness/queries/readiness-of-person.js';
import { getYoungPerson } from '../../../cases/young-person/queries/get-young-person.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { standsStill } from '../../../engine/deadlines/set-aside-cases.js';
import type { PageRequest } from '../../../engine/web/http.js';
import { visitOf } from '../../../engine/web/visit.js';
import { PersonBars, type PersonBar } from '../../../engine/web/person-bar.js';
import { personBar } from './person-bar.js';

@Injectable()
export class AskedPersonBars extends PersonBars {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly readSide: ReadSide,
  ) {
    super();
  }

  async of(personId: string, request: PageRequest): Promise<PersonBar> {
    const { asked } = visitOf(request);
    const person = await this.dispatcher.ask(getYoungPerson.of({ personId }, {}, asked));
    const may = ({ name }: { readonly name: string }) => this.policies.of(name)(asked.actor).allowed;
    const leading = may(getWhoLeads) ? await this.dispatcher.ask(getWhoLeads.of({ personId }, {}, asked)) : {};
    const programmes = may(listReadinessOfPerson)
      ? (await this.dispatcher.ask(listReadinessOfPerson.of({ personId }, {}, asked))).items
      : [];
    return {
      ...personBar(person, leading, programmes),
      standsStill: this.readSide.askOr(false, (db) => standsStill(db, personId)),
    };
  }
}
