// A demo in this process, from the built files, on a day that stands still: for pictures and for measuring pages.
import 'reflect-metadata';
import { fillDemoArea } from '../../dist/apps/demo/fill-demo-area.js';
import { FixedClock } from '../../dist/kernel/clock.js';
import { openFoundations } from '../../dist/apps/ops/foundations.js';
import { createServer } from '../../dist/apps/ops/server.js';

export async function startDemo(data, now) {
  const settings = { data, port: 0, host: '127.0.0.1', demo: true, key: undefined, log: 'error' };
  const clock = new FixedClock(now);
  const opened = openFoundations(settings, clock);
  await fillDemoArea(opened.stores, clock.today(), opened.foundations.log);
  await opened.projecting.catchUp();
  opened.foundations.readSide.onWaiting(() => void opened.projecting.catchUp());
  const app = await createServer(opened.foundations);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    app,
    url,
    async signIn(page, id) {
      await page.goto('/sign-in');
      await page.getByLabel('Your token').fill(`demo-${id}`);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    },
    async close() {
      await app.close();
      await opened.close();
    },
  };
}
