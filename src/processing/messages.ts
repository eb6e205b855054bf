// What the main thread and the projecting thread say to each other.
import type { Progress } from './project-continuously.js';

export type ToWorker = { readonly kind: 'wake' } | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'paused'; readonly projection: string; readonly words: string };
