// What the server brings of how long records are kept: what can be done and asked, and the pages.
import type { Served } from '../use-cases/served.js';
import { retentionUseCases } from './use-cases.js';

export const served: Served = {
  offers: [retentionUseCases],
};
