// The whole, from its parts: which slices there are. Pure of Nest, because the projecting thread starts here too.
import { EventCatalogue } from './event-store/catalogue.js';
import { processManagerEvents } from './processing/process-managers/events.js';
import type { ProcessManager } from './processing/process-managers/process-manager.js';
import type { Projection } from './processing/projection.js';
import type { Slice } from './processing/slice.js';
import { areaSettingsSlice } from './area-settings/index.js';
import { auditSlice } from './audit/index.js';
import { ehcSlice, termListSlice } from './ehc/index.js';
import { loadingSlice } from './loading/index.js';
import { reportsSlice } from './reports/index.js';
import { tasksSlice } from './tasks/index.js';
import { transitionSlice } from './transition/index.js';
import { waitingSlice } from './waiting/index.js';
import { worklistSlice } from './worklist/index.js';
import { youngPeopleSlice } from './young-people/index.js';

/** In the order in which their projections take a page: settings and people before the cases that look them up. */
export const slices: readonly Slice[] = [
  worklistSlice,
  areaSettingsSlice,
  youngPeopleSlice,
  ehcSlice,
  termListSlice,
  transitionSlice,
  waitingSlice,
  tasksSlice,
  auditSlice,
  loadingSlice,
  reportsSlice,
];

export const catalogue = new EventCatalogue([...slices.map((slice) => slice.events), processManagerEvents]);

export const projections: readonly Projection[] = slices.flatMap((slice) => slice.projections);

export const processManagers: readonly ProcessManager[] = slices.flatMap((slice) => slice.managers ?? []);
