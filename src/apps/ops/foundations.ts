// Opens what lives outside Nest, in order, and closes it again: stores, read models, the people who may act.
import { join } from 'node:path';
import type { Slice } from '../../engine/processing/slice.js';
import type { Foundations } from '../app.module.js';
import { SqliteViewLog } from '../../engine/audit/views/sqlite-view-log.js';
import { caseSlices, whole, wholeOf, type Whole } from '../cases.js';
import { ActorDirectory } from '../../engine/access/actors.js';
import { ActorsFile } from '../../engine/access/actors-file.js';
import { demoActors } from '../../engine/access/demo-actors.js';
import { Sessions } from '../../engine/access/sessions.js';
import { notWatching, type Watching } from '../../engine/observing/watching.js';
import { ManagerPlaces } from '../../engine/processing/process-managers/places.js';
import { InlineProjecting } from '../../engine/processing/inline-projecting.js';
import { ReadModelFiles } from '../../engine/processing/read-models.js';
import { ReadSide } from '../../engine/processing/read-side.js';
import { readArea } from '../../engine/directory/area.js';
import { SystemClock, type Clock } from '../../kernel/clock.js';
import type { Reached } from '../../store/eventstoredb/reach.js';
import { Log } from '../../engine/observing/log.js';
import { closeStores, openStores, type Stores } from './open-stores.js';
import { requireFitFor } from './real-people.js';
import type { Settings } from './settings.js';
import { knownKind, storeKind } from '../../store/store-kind.js';

export interface Opened {
  readonly foundations: Foundations;
  readonly stores: Stores;
  readonly files: ReadModelFiles;
  /** Projects in this thread: for the command line and the tests. The server has a thread of its own for it. */
  readonly projecting: InlineProjecting;
  readonly places: ManagerPlaces;
  close(): Promise<void>;
}

/** `plugged`: kinds of cases that are not in the list, which a test adds to the whole. `reached`: what `reach` answered for these settings; `watching`: what `startWatching` did. */
export function openFoundations(
  settings: Settings,
  clock: Clock = new SystemClock(),
  reached?: Reached,
  watching: Watching = notWatching,
  plugged: readonly Slice[] = [],
): Opened {
  const made: Whole = plugged.length > 0 ? wholeOf([...caseSlices, ...plugged]) : whole;
  const { projections, catalogue } = made;
  const log = new Log(settings.log);
  const ifNew = reached?.history.kind ?? (settings.demo ? 'demo' : 'live');
  requireFitFor(knownKind(settings.data) ?? ifNew, settings);
  const kind = storeKind(settings.data, ifNew, reached?.history.id);
  const area = readArea(settings.data, kind.kind);
  // Read before anything is opened: a damaged file is said at the start.
  const listed = new ActorsFile(join(settings.data, 'actors.json'));
  listed.now();
  const actors = new ActorDirectory(listed, kind.kind === 'demo' ? demoActors() : []);
  const stores = openStores(settings, clock, { reached, watcher: watching.watcher, catalogue });
  const { soundness } = stores;
  const sessions = new Sessions(join(settings.data, 'sessions.sqlite'), clock, actors, settings.sessions, soundness);
  const files = new ReadModelFiles(settings.data);
  files.retireUnlessFits(projections);
  const readSide = new ReadSide(files);
  const places = new ManagerPlaces(settings.data, soundness);
  const views = new SqliteViewLog(
    join(settings.data, 'views.sqlite'),
    clock,
    (error) => log.failed(error, 'Writing down who looked'),
    soundness,
  );
  const projecting = new InlineProjecting(
    files,
    { ...stores, clock, projections, onPaused: (_, words) => log.warn(words) },
    readSide,
  );
  return {
    foundations: {
      journal: stores.journal,
      readSide,
      clock,
      log,
      kind,
      area,
      actors,
      sessions,
      places,
      watching,
      views,
      soundness,
      whole: made,
    },
    stores,
    files,
    projecting,
    places,
    async close() {
      projecting.close();
      readSide.close();
      places.close();
      views.close();
      sessions.close();
      await closeStores(stores);
      await watching.close();
    },
  };
}
