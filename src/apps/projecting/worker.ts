// Entry point of the projecting thread: projecting and rebuilding never hold up a page.
import { parentPort, workerData } from 'node:worker_threads';
import { projections } from '../cases.js';
import { inWords } from '../../kernel/defect.js';
import { SystemClock } from '../../kernel/clock.js';
import { closeStores, openStores } from '../ops/open-stores.js';
import { reach } from '../ops/reach.js';
import type { Settings } from '../ops/settings.js';
import { Wakeups } from '../../store/wakeups.js';
import { startWatching } from '../../engine/observing/watching.js';
import { keepLists } from '../../engine/processing/keep-lists.js';
import type { FromWorker, ToWorker } from './messages.js';
import { partThread } from './part-thread.js';
import type { ProjectorParts } from '../../engine/processing/projector.js';
import { ReadModelFiles } from '../../engine/processing/read-models.js';

if (!parentPort) throw new Error('worker.ts runs as a worker thread');
const port = parentPort;
const say = (message: FromWorker) => port.postMessage(message);
const settings = workerData as Settings;
const stop = new AbortController();
/** A reader who came while a page was being projected waits for the next one: that one must not rest first. */
const readers = new Wakeups();

port.on('message', (message: ToWorker) => {
  if (message.kind === 'stop') stop.abort();
  readers.ring();
});

const clock = new SystemClock();
const stores = openStores(settings, clock, { readOnly: true, reached: await reach(settings) });
const { metricsToken, traceTo } = settings;
// Figures are kept in one place, the main thread; traces go out from the thread that they are of.
const { traces, close: stopWatching } = await startWatching({ traceTo });
const onProjected: ProjectorParts['onProjected'] =
  metricsToken === undefined && traces === undefined
    ? undefined
    : (projections, page, seconds) => {
        const events = page.length;
        if (metricsToken !== undefined) say({ kind: 'projected', projected: { projections, events, seconds } });
        traces?.projected(
          projections,
          page.map(({ metadata }) => metadata.correlationId),
          events,
          seconds,
        );
      };
const parts = {
  ...stores,
  clock,
  projections,
  onProjected,
  onPaused: (projection: string, words: string) => say({ kind: 'paused', projection, words }),
};
try {
  await keepLists(
    new ReadModelFiles(settings.data),
    {
      parts,
      rebuilding: { ...parts, helper: partThread(settings) },
      onProgress: (progress) => say({ kind: 'progress', progress }),
      onNotAnew: (error) =>
        parts.onPaused('lists', `The lists were not made anew for the changed directory.json: ${inWords(error)}`),
    },
    stop.signal,
    { readers },
  );
} catch (error) {
  // Said here: an error that passes from thread to thread loses its class. And files that a thread leaves open can end the whole process.
  say({ kind: 'fell', words: inWords(error) });
}
await closeStores(stores);
await stopWatching();
port.close();
// Ends this thread alone: what still waits for a collector that does not answer would keep it.
process.exit(0);
