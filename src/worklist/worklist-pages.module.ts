// Nest wiring of the worklist's pages.
import { Module } from '@nestjs/common';
import { WhyPage } from './pages/why.page.js';
import { WorklistPage } from './pages/worklist.page.js';

@Module({ controllers: [WhyPage, WorklistPage] })
export class WorklistPagesModule {}
