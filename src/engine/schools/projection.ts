// The read model of schools and colleges. Cases name them by their URN and look their names up; it takes a page before them.
import { caseProjection } from '../processing/case-projection.js';
import { school } from './domain/school.js';
import { schoolRows, schoolTables } from './school-tables.js';

export const schoolProjection = caseProjection(school, {
  name: 'school',
  version: 1,
  tables: schoolTables,
  rows: schoolRows,
});
