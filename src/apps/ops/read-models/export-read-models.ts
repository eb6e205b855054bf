// Copies the lists out of a running instance, so that a new one need not build them from the first event.
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EventStore, Position } from '../../../store/port.js';
import { OnwardError } from '../../../kernel/errors.js';
import { checkpoints } from '../../../engine/processing/checkpoints.js';
import { fingerprintOf } from '../../../engine/processing/fingerprint.js';
import type { Projection } from '../../../engine/processing/projection.js';
import { openForReading, type ReadModelFiles } from '../../../engine/processing/read-models.js';
import { copyDatabase } from '../../../store/sqlite-files/copy-database.js';
import { guarded } from '../../../store/sqlite-files/errors.js';
import type { Clock } from '../../../kernel/clock.js';
import { digestOf } from '../file-digest.js';
import { version } from '../version.js';
import { markAt } from './history-mark.js';
import { manifestOf, writeManifest, type ReadModelsManifest } from './manifest.js';

export interface ExportParts {
  readonly files: ReadModelFiles;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly projections: readonly Projection[];
}

/** Consistent while the service projects. Errors: `file-refused`, `not-caught-up`, `store-unavailable`. */
export async function exportReadModels(
  { files, store, clock, projections }: ExportParts,
  file: string,
): Promise<ReadModelsManifest> {
  const current = files.current();
  if (current === undefined || !files.fits(current, projections))
    throw notYet('There are no lists here that could be copied: they are still to be built.', 'Start Onward first.');
  for (const path of [file, manifestOf(file)])
    if (existsSync(path))
      throw new OnwardError('file-refused', {
        detail: 'There is a file of that name already, and an export never replaces anything.',
        help: 'Name a new file.',
      });
  if (!existsSync(dirname(file)))
    throw new OnwardError('file-refused', {
      detail: 'The folder for the file does not exist.',
      help: 'Make it first, so that only those may read it who may read the lists.',
    });
  copyDatabase(current, file, 'read models');
  try {
    const { position, events } = placeOf(file);
    const history = await markAt(store, position);
    if (!history)
      throw notYet(
        'The lists stand at a place where the store has no event: they are not of this store.',
        'Build them anew: npx onward projections rebuild',
      );
    const manifest: ReadModelsManifest = {
      format: 1,
      onward: version,
      madeAt: clock.now(),
      fingerprint: fingerprintOf(projections),
      events,
      history,
      ...(await digestOf(file)),
    };
    guarded('read models', () => writeManifest(file, manifest));
    return manifest;
  } catch (error) {
    // The manifest first: without it, what is left when even this is interrupted is no export.
    for (const path of [manifestOf(file), `${manifestOf(file)}.part`, file, `${file}-wal`, `${file}-shm`])
      rmSync(path, { force: true });
    throw error;
  }
}

/** Of the copy, not of the file it was made from: that has gone on. */
function placeOf(file: string): { readonly position: Position; readonly events: number } {
  const db = openForReading(file);
  try {
    const places = checkpoints(db);
    const paused = places.find(({ pausedAt }) => pausedAt !== null);
    if (paused)
      throw notYet(
        `The list ${paused.projection} is paused, and a copy of it would stand still too.`,
        `Let it go on first: npx onward projections resume ${paused.projection}`,
      );
    const [first] = places;
    if (!first || first.position === '' || places.some(({ position }) => position !== first.position))
      throw notYet(
        'The lists are not all at the same event.',
        'Wait until they have caught up (npx onward projections list), then export again.',
      );
    return first;
  } finally {
    db.database.close();
  }
}

const notYet = (detail: string, help: string): OnwardError => new OnwardError('not-caught-up', { detail, help });
