// What the server brings of the lists of the area: what can be done and asked, and the pages.
import type { Served } from '../use-cases/served.js';
import { directoryUseCases } from './use-cases.js';

export const served: Served = {
  offers: [directoryUseCases],
};
