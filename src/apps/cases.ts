// The whole, from its parts: which slices there are. Pure of Nest, because the projecting thread starts here too.
import { EventCatalogue } from '../store/catalogue.js';
import { CaseTypes } from '../engine/processing/case-types.js';
import { processManagerEvents } from '../engine/processing/process-managers/events.js';
import type { ProcessManager } from '../engine/processing/process-managers/process-manager.js';
import type { Projection } from '../engine/processing/projection.js';
import type { Slice } from '../engine/processing/slice.js';
import { areaSettingsSlice } from '../engine/settings/index.js';
import { auditSlice } from '../engine/audit/index.js';
import { ehcSlice, termListSlice } from '../cases/ehc-plan/index.js';
import { loadingSlice } from './loading/index.js';
import { reportsSlice } from './reports/index.js';
import { tasksSlice } from '../engine/tasks/index.js';
import { transitionSlice } from '../cases/camhs-transition/index.js';
import { waitingSlice } from '../cases/waiting/index.js';
import { worklistSlice } from '../engine/deadlines/index.js';
import { youngPeopleSlice } from '../cases/young-person/index.js';

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

export const caseTypes = new CaseTypes(slices.flatMap((slice) => slice.cases));

export const catalogue = new EventCatalogue([...slices.map((slice) => slice.events), processManagerEvents]);

export const projections: readonly Projection[] = slices.flatMap((slice) => slice.projections);

export const processManagers: readonly ProcessManager[] = slices.flatMap((slice) => slice.managers ?? []);
