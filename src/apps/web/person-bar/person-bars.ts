// Asks for the identity bar as the visitor may see it.
import { Injectable } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { getWhoLeads } from '../../../cases/camhs-transition/queries/who-leads.js';
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
    const may = this.policies.of(getWhoLeads.name)(asked.actor).allowed;
    const leading = may ? await this.dispatcher.ask(getWhoLeads.of({ personId }, {}, asked)) : {};
    return {
      ...personBar(person, leading),
      standsStill: this.readSide.askOr(false, (db) => standsStill(db, personId)),
    };
  }
}
