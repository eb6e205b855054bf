// Fills a new demo store with a made-up area, dated around today.
import type { CivilDate } from '../kernel/calendar/index.js';
import type { Log } from '../ops/log.js';
import type { Stores } from '../ops/open-stores.js';

export async function fillDemoArea(_stores: Stores, _today: CivilDate, log: Log): Promise<void> {
  log.say('The demo area is not made yet.');
  return Promise.resolve();
}
