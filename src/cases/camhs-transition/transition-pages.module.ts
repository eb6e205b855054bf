// Nest wiring of the pages of CAMHS in the pathway to adult services. Apart from the slice's own module, which stands without the frame of the pages.
import { Module } from '@nestjs/common';
import { AgendaPage } from './pages/agenda.page.js';
import { TransitionPage } from './pages/case.page.js';
import { RecordTransitionPage } from './pages/record.page.js';
import { RegisterPage } from './pages/register.page.js';

@Module({
  controllers: [AgendaPage, RecordTransitionPage, RegisterPage, TransitionPage],
})
export class TransitionPagesModule {}
