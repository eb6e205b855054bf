// What the server brings of readiness: what can be done and asked, and the pages.
import type { Served } from '../../engine/use-cases/served.js';
import { readinessUseCases } from './use-cases.js';

export const served: Served = { offers: [readinessUseCases] };
