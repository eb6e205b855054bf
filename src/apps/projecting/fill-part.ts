// Entry point of a thread that fills a part of the read models while another fills the rest.
import { parentPort, workerData } from 'node:worker_threads';
import { projections } from '../cases.js';
import type { Position } from '../../store/port.js';
import { inWords } from '../../kernel/defect.js';
import { isOnwardError } from '../../kernel/errors.js';
import { SystemClock } from '../../kernel/clock.js';
import { closeStores, openStores } from '../ops/open-stores.js';
import type { Settings } from '../ops/settings.js';
import { fill } from '../../engine/processing/fill.js';
import type { FilledPart, PartToFill } from './part-thread.js';
import { openForProjecting } from '../../engine/processing/read-models.js';

const { settings, file, share, upTo } = workerData as PartToFill & { readonly settings: Settings };
const say = (message: FilledPart) => parentPort?.postMessage(message);

const stores = openStores(settings, new SystemClock(), { readOnly: true });
const db = openForProjecting(file);
try {
  const from = stores.store.byStream;
  if (!from) throw new Error('This store gives no streams to share');
  const count = await fill(db, { ...stores, projections, from }, share, upTo as Position);
  db.database.exec('COMMIT');
  say({ kind: 'filled', count });
} catch (error) {
  const [detail, help] = isOnwardError(error)
    ? [error.parts.detail, error.parts.help]
    : [`The thread that helps to rebuild failed: ${inWords(error)}`, undefined];
  say({ kind: 'failed', detail, help });
}
db.database.close();
await closeStores(stores);
