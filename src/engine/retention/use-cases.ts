// What can be done and asked here, one value each.
import type { Offers } from '../use-cases/offers.js';
import { getRetention } from './get-retention.js';

export const retentionUseCases: Offers = {
  useCases: [],
  questions: [getRetention],
};
