// What the server brings of the reports: what can be done and asked, and the pages.
import type { Served } from '../../engine/use-cases/served.js';
import { AreaFigures } from './area/area-figures.js';
import { AreaPage } from './pages/area.page.js';
import { CasesPage } from './pages/cases.page.js';
import { AreaFileController } from './pages/file.controller.js';
import { PublicationsPage } from './pages/publications.page.js';
import { PublishPage } from './pages/publish.page.js';
import { reportsUseCases } from './use-cases.js';

export const served: Served = {
  offers: [reportsUseCases],
  pages: [AreaPage, AreaFileController, CasesPage, PublicationsPage, PublishPage],
  providers: [AreaFigures],
};
