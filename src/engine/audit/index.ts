// The audit's part in the whole: which streams tell of which person.
import type { Slice } from '../processing/slice.js';
import { exportEvents } from './exports/export-events.js';
import { personStreams } from './person-streams.js';

export const auditSlice: Slice = {
  name: 'audit',
  events: exportEvents,
  cases: [],
  projections: [personStreams],
  served: () => import('./served.js'),
};
