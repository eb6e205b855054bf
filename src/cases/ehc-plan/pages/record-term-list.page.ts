// Records that a term list was sent: the form, once more before it is recorded, and back to the list (EHC-11).
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { formsOf } from '../../../engine/use-cases/forms-of.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { getTermList } from '../queries/term-list.js';
import type { TermListView } from '../queries/term-list-view.js';
import { sendTermList } from '../term-lists.js';
import { settingWords } from './shown-term-list.js';
import type { AtList } from './term-list.page.js';

const termListSent = formsOf<TermListView, TermListView, 'sent'>('term-list', [sendTermList])['sent']!.form;

@PageController()
export class RecordTermListPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
  ) {}

  @Get(paths.ehc.termListSent.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: AtList): Promise<Page> {
    return this.flow.show(termListSent, await this.place(at, visit), visit);
  }

  @Post(paths.ehc.termListSent.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: AtList, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(termListSent, await this.place(at, visit), visit, body);
  }

  private async place({ term, institution }: AtList, visit: Visit): Promise<Place<TermListView>> {
    const { actor } = visit;
    this.policies.require(sendTermList.name, actor);
    const whose = actor.organisation;
    const asked = { ...visit.asked, asOf: visit.today };
    const subject = await this.dispatcher.ask(getTermList.of({ term, institution }, { authority: whose }, asked));
    const href = paths.ehc.termList({ term, institution });
    return {
      subject,
      revision: subject.revision,
      back: { text: `Term list: ${settingWords(subject)}`, href },
      next: href,
      // It is about no one person: what came in between stands on the list itself.
      changes: () => Promise.resolve([]),
    };
  }
}
