// What somebody wrote of a young person who waits, read again by whoever wrote it.
import { Get, Param } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { askContactsWritten } from '../queries/contacts-written.js';
import { shownContact } from './shown-wait.js';

@PageController()
export class ContactsWrittenPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.contactsWritten.pattern)
  async show(@VisitOf() { asked }: Visit, @Param('personId') personId: string): Promise<Page> {
    const { items } = await this.dispatcher.ask(askContactsWritten.of({ personId }, {}, asked));
    return page('cases/waiting/pages/contacts-written.njk', 'Contacts and concerns that you recorded', {
      personId,
      back: { text: 'The person and their timeline', href: paths.person({ personId }) },
      data: { asOf: asked.asOf, contacts: items.map((one) => shownContact(one, this.history.nameOf)) },
    });
  }
}
