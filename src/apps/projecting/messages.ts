// What the main thread and the projecting thread say to each other.
import type { Projected } from '../../engine/observing/figures.js';
import type { Progress } from '../../engine/processing/project-continuously.js';

export type ToWorker = { readonly kind: 'wake' } | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'fell'; readonly words: string }
  | { readonly kind: 'paused'; readonly projection: string; readonly words: string }
  | { readonly kind: 'projected'; readonly projected: Projected };
