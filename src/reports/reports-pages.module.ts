// Nest wiring of the manager's pages and of the files of their figures.
import { Module } from '@nestjs/common';
import { AreaFigures } from './area/area-figures.js';
import { AreaPage } from './pages/area.page.js';
import { CasesPage } from './pages/cases.page.js';
import { AreaFileController } from './pages/file.controller.js';

@Module({ controllers: [AreaPage, AreaFileController, CasesPage], providers: [AreaFigures] })
export class ReportsPagesModule {}
