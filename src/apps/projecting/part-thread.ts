// Runs `fill-part.ts` in a thread of its own: a rebuild's helper, where there is a processor for it.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { OnwardError } from '../../kernel/errors.js';
import type { Settings } from '../ops/settings.js';
import type { Helper } from '../../engine/processing/rebuild.js';
import type { Share } from '../../store/share.js';

export interface PartToFill {
  readonly file: string;
  readonly share: Share;
  readonly upTo: string;
}

export type FilledPart =
  | { readonly kind: 'filled'; readonly count: number }
  | { readonly kind: 'failed'; readonly detail: string; readonly help?: string };

/** Undefined on a machine with one processor, where two threads would only take turns, and for a store whose events come over a network. */
export function partThread(settings: Settings): Helper | undefined {
  if (availableParallelism() < 2 || settings.eventStore === 'eventstoredb') return undefined;
  return (file, share, upTo) =>
    new Promise((resolve, reject) => {
      const workerData: PartToFill & { settings: Settings } = { settings, file, share, upTo };
      const worker = new Worker(new URL('./fill-part.js', import.meta.url), { workerData });
      worker.once('message', (message: FilledPart) => {
        // When it has closed its files: a thread that is ended in the middle of that takes the whole process with it.
        worker.once('exit', () => {
          if (message.kind === 'filled') resolve(message.count);
          else reject(new OnwardError('not-caught-up', { detail: message.detail, help: message.help }));
        });
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        if (code !== 0) reject(new Error(`The thread that helps to rebuild ended with ${code}`));
      });
    });
}
