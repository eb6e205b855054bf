// Entry point of the thread that checks the files.
import { parentPort, workerData } from 'node:worker_threads';
import { inWords } from '../../kernel/defect.js';
import { ReadModelFiles } from '../../engine/processing/read-models.js';
import { checkFiles, isWhole } from './check-files.js';
import type { Checked } from './file-check.js';
import type { Settings } from './settings.js';

const settings = workerData as Settings;
const say = (checked: Checked) => parentPort?.postMessage(checked);
try {
  const lists = new ReadModelFiles(settings.data);
  const current = lists.current();
  // Whoever projects builds them anew beside it.
  if (current !== undefined && !isWhole(current, 'read models', 'quick_check')) lists.retire(current);
  say({ kind: 'checked', damage: await checkFiles(settings, 'quick_check') });
} catch (error) {
  say({ kind: 'failed', words: inWords(error) });
}
