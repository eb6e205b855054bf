// Nest wiring of the manager's pages and of the files of their figures.
import { Module } from '@nestjs/common';
import { AreaPage } from './pages/area.page.js';
import { CasesPage } from './pages/cases.page.js';
import { AreaFileController } from './pages/file.controller.js';
import { PublicationsPage } from './pages/publications.page.js';
import { PublishPage } from './pages/publish.page.js';
import { ReportsModule } from './reports.module.js';

@Module({
  imports: [ReportsModule],
  controllers: [AreaPage, AreaFileController, CasesPage, PublicationsPage, PublishPage],
})
export class ReportsPagesModule {}
