// Opens everything; while a server of events cannot be reached, says why, answers health checks with "not ready" and tries again.
import { setTimeout as delay } from 'node:timers/promises';
import { isOnwardError } from '../../kernel/errors.js';
import type { Reached } from '../../store/eventstoredb/reach.js';
import { startWatching, type Watching } from '../../engine/observing/watching.js';
import { openFoundations, type Opened } from './foundations.js';
import { Log } from '../../engine/observing/log.js';
import { reach } from './reach.js';
import type { Settings } from './settings.js';
import { WaitingRoom } from './waiting-room.js';

const longestWait = 30_000;

/** Never falls back to the embedded store, and never ends the process because a server is away: it would only be started again. */
export async function openWhenReached(settings: Settings): Promise<Opened> {
  const watching = await startWatching(settings);
  if (settings.eventStore !== 'eventstoredb') return await openForServing(settings, undefined, watching);
  const log = new Log(settings.log);
  const room = new WaitingRoom(settings);
  try {
    for (let wait = 500; ; wait = Math.min(longestWait, wait * 2)) {
      try {
        const reached = await reach(settings, (words) => log.warn(words));
        try {
          return await openForServing(settings, reached, watching);
        } catch (error) {
          await reached?.close();
          throw error;
        }
      } catch (error) {
        // A setting that is wrong stays wrong: only what is away may come back.
        if (!isOnwardError(error) || error.type === 'invalid-input') throw error;
        const words = [error.parts.detail, error.parts.help].filter(Boolean).join(' ');
        log.warn(`${words} Onward is not ready; it tries again in ${wait / 1000} s.`);
        await room.say(words);
        await delay(wait);
      }
    }
  } finally {
    await room.close();
  }
}

/** A server shows people, so it does not start without the record of who looked (REC-20) and the file of sessions. Error: `store-unavailable`. */
async function openForServing(settings: Settings, reached: Reached | undefined, watching: Watching): Promise<Opened> {
  const opened = openFoundations(settings, undefined, reached, watching);
  try {
    opened.foundations.views.open();
    opened.foundations.sessions.open();
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}
