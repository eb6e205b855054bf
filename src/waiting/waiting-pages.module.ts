// Nest wiring of the pages of waiting. Apart from the slice's own module, which stands without the frame of the pages.
import { Module } from '@nestjs/common';
import { WaitingListPage } from './pages/list.page.js';
import { RecordWaitPage } from './pages/record.page.js';
import { WaitPage } from './pages/wait.page.js';

@Module({ controllers: [WaitingListPage, RecordWaitPage, WaitPage] })
export class WaitingPagesModule {}
