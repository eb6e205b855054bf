// Nest wiring of the pages of a records manager. Apart from the module of forgetting, which stands without the frame of the pages.
import { Module } from '@nestjs/common';
import { ForgettingPage } from './pages/forgetting.page.js';

@Module({ controllers: [ForgettingPage] })
export class ForgettingPagesModule {}
