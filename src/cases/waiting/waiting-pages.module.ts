// Nest wiring of the pages of waiting. Apart from the slice's own module, which stands without the frame of the pages.
import { Module } from '@nestjs/common';
import { ContactsWrittenPage } from './pages/contacts-written.page.js';
import { WaitingListPage } from './pages/list.page.js';
import { RecordWaitPage } from './pages/record.page.js';
import { WaitPage } from './pages/wait.page.js';

@Module({ controllers: [WaitingListPage, RecordWaitPage, WaitPage, ContactsWrittenPage] })
export class WaitingPagesModule {}
