// Nest wiring of the pages of the hand-over and of what comes after it.
import { Module } from '@nestjs/common';
import { HandOverPage } from './hand-over.page.js';
import { TransferListsPage } from './lists.page.js';

@Module({ controllers: [TransferListsPage, HandOverPage] })
export class TransitionAdultPagesModule {}
