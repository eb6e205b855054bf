// Asks for the identity bar as the visitor may see it.
import { Injectable } from '@nestjs/common';
import { Dispatcher } from '../../identity/dispatcher.js';
import { Policies } from '../../identity/policy.js';
import { GetWhoLeads } from '../../transition/queries/who-leads.js';
import { GetYoungPerson } from '../../young-people/queries/get-young-person.js';
import { ReadSide } from '../../processing/read-side.js';
import { standsStill } from '../../worklist/set-aside-cases.js';
import type { PageRequest } from '../http.js';
import { visitOf } from '../visit.js';
import { personBar, type PersonBar } from './person-bar.js';

@Injectable()
export class PersonBars {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly readSide: ReadSide,
  ) {}

  async of(personId: string, request: PageRequest): Promise<PersonBar> {
    const { asked } = visitOf(request);
    const person = await this.dispatcher.ask(new GetYoungPerson(personId, asked));
    const may = this.policies.of(GetWhoLeads.name)(asked.actor).allowed;
    const leading = may ? await this.dispatcher.ask(new GetWhoLeads(personId, asked)) : {};
    return {
      ...personBar(person, leading),
      standsStill: this.readSide.askOr(false, (db) => standsStill(db, personId)),
    };
  }
}
