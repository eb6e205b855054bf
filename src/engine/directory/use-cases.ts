// What can be done and asked here, one value each.
import type { Offers } from '../use-cases/offers.js';
import { getDirectory } from './get-directory.js';

export const directoryUseCases: Offers = {
  useCases: [],
  questions: [getDirectory],
};
