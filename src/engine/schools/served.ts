// What the server brings of schools and colleges: what can be done and asked, and the pages.
import type { Served } from '../use-cases/served.js';
import { LoadSchoolsPage } from './pages/load-schools.page.js';
import { SchoolsListPage } from './pages/schools.page.js';
import { schoolUseCases } from './use-cases.js';

export const served: Served = {
  offers: [schoolUseCases],
  pages: [SchoolsListPage, LoadSchoolsPage],
};
