// What waiting brings to the whole.
import type { Slice } from '../processing/slice.js';
import { waitEvents } from './domain/events.js';
import { waitProjection } from './projection.js';

export const waitingSlice: Slice = { name: 'waiting', events: waitEvents, projections: [waitProjection] };
