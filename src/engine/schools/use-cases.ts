// What can be done and asked of schools and colleges, one value each.
import type { Offers } from '../use-cases/offers.js';
import { loadSchoolList } from './load-schools-case.js';
import { findSchools } from './queries/find-schools.js';
import { getSchool } from './queries/get-school.js';

export const schoolUseCases: Offers = {
  useCases: [loadSchoolList],
  questions: [findSchools, getSchool],
};
