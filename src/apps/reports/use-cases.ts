// What can be done and asked here, one value each.
import type { Offers } from '../../engine/use-cases/offers.js';
import { publishFigures } from './commands/publish-figures.js';
import { getAnnualReviews } from './queries/get-annual-reviews.js';
import { getPublication } from './queries/get-publication.js';
import { listPublications } from './queries/list-publications.js';

export const reportsUseCases: Offers = {
  useCases: [publishFigures],
  questions: [getAnnualReviews, getPublication, listPublications],
};
