// How long records are kept: what it brings to the whole.
import type { Slice } from '../processing/slice.js';

export const retentionSlice: Slice = {
  name: 'retention',
  events: {},
  cases: [],
  projections: [],
  served: () => import('./served.js'),
};
