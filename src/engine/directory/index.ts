// The lists of the area: what they bring to the whole.
import type { Slice } from '../processing/slice.js';

export const directorySlice: Slice = {
  name: 'directory',
  events: {},
  cases: [],
  projections: [],
  served: () => import('./served.js'),
};
