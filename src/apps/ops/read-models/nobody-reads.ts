// Lists are replaced from outside only while nobody has them open.
import type { ReadModelFiles } from '../../../engine/processing/read-models.js';
import { isHeldOpen } from '../../../store/sqlite-files/held-open.js';
import { refused } from './refusals.js';

/**
 * Ask before this process itself opens any of them: the driver for Node 20 lets go of a file only when its statements are collected.
 * Error: `file-refused`.
 */
export function requireNobodyReads(files: Pick<ReadModelFiles, 'all'>): void {
  if (files.all().some((path) => isHeldOpen(path, 'read models')))
    throw refused(
      'An Onward has the lists of this data folder open.',
      'Stop it and import again, or leave it as it is: it builds its lists itself.',
    );
}
