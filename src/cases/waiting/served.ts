// What the server brings of waits: what can be done and asked, and the pages.
import type { Served } from '../../engine/use-cases/served.js';
import { ContactsWrittenPage } from './pages/contacts-written.page.js';
import { WaitingListPage } from './pages/list.page.js';
import { RecordWaitPage } from './pages/record.page.js';
import { WaitPage } from './pages/wait.page.js';
import { waitingUseCases } from './use-cases.js';

export const served: Served = {
  offers: [waitingUseCases],
  pages: [WaitingListPage, RecordWaitPage, WaitPage, ContactsWrittenPage],
};
