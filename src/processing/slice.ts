// What a slice brings to the whole: its event types and its projection. src/composition.ts lists the slices.
import type { EventDefinition } from '../kernel/events.js';
import type { Projection } from './projection.js';

export interface Slice {
  readonly name: string;
  readonly events: Readonly<Record<string, EventDefinition>>;
  readonly projections: readonly Projection[];
}
