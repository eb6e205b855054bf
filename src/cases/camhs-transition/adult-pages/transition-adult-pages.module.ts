// Nest wiring of the pages of the hand-over and of what comes after it.
import { Module } from '@nestjs/common';
import { TransitionModule } from '../transition.module.js';
import { HandOverPage } from './hand-over.page.js';
import { RecordHandOverPage } from './record-hand-over.page.js';
import { TransferListsPage } from './lists.page.js';

@Module({ imports: [TransitionModule], controllers: [TransferListsPage, HandOverPage, RecordHandOverPage] })
export class TransitionAdultPagesModule {}
