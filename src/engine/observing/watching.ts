// What watches this process: figures for Prometheus, traces for OpenTelemetry, each only where it was asked for.
import type { Figures } from './figures.js';
import type { Traces } from './traces.js';
import { together, unwatched, type Watcher } from '../../kernel/watcher.js';

export abstract class Watching {
  abstract readonly watcher: Watcher;
  abstract readonly figures?: Figures;
  abstract readonly traces?: Traces;
  /** With which a collector reads the figures. */
  abstract readonly metricsToken?: string;
  abstract close(): Promise<void>;
}

export const notWatching: Watching = { watcher: unwatched, close: () => Promise.resolve() };

export interface WatchingSettings {
  readonly metricsToken?: string | undefined;
  readonly traceTo?: string | undefined;
}

/** Loads neither library where it is not wanted. */
export async function startWatching({ metricsToken, traceTo }: WatchingSettings): Promise<Watching> {
  if (metricsToken === undefined && traceTo === undefined) return notWatching;
  const figures = metricsToken === undefined ? undefined : new (await import('./figures.js')).Figures();
  const traces = traceTo === undefined ? undefined : new (await import('./traces.js')).Traces(traceTo);
  const watcher = together([traces, figures].filter((one) => one !== undefined));
  return { watcher, figures, traces, metricsToken, close: async () => void (await traces?.close()) };
}
