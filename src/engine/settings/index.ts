// What the area's settings bring to the whole.
import { replayable, type Slice } from '../processing/slice.js';
import { areaSettings, areaSettingsEvents } from './domain/area-settings.js';
import { areaSettingsProjection } from './projection.js';

export const areaSettingsSlice: Slice = {
  name: 'area-settings',
  events: areaSettingsEvents,
  projections: [areaSettingsProjection],
  served: () => import('./served.js'),
  cases: [replayable(areaSettings, { noun: areaSettings.noun })],
};
