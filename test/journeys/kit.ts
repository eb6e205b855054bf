// A browser before a whole Onward with its demo area, on a fixed day. No request may leave the machine: one that tries fails the journey.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/lib/browser.mjs';
import { fillDemoArea } from '../../src/apps/demo/fill-demo-area.js';
import { startOnward, type TestOnward } from '../kit/onward.js';

export type Who =
  'asha.caseworker' | 'ben.clinician' | 'cora.adult' | 'dev.nurse' | 'ella.manager' | 'farid.auditor' | 'gita.records';

interface Looking {
  readonly width?: number;
  readonly script?: boolean;
  /** A small phone: touched, and on a weak line (400 kbit/s, 400 ms). */
  readonly phone?: boolean;
}

export interface Journeys {
  readonly onward: TestOnward;
  readonly url: string;
  /** What the browser asked for beyond this machine; empty at the end of every journey. */
  readonly outside: readonly string[];
  /** A browser of somebody's own, signed in. */
  as(who: Who, looking?: Looking): Promise<Page>;
  nobody(looking?: Looking): Promise<Page>;
  closePages(): Promise<void>;
  close(): Promise<void>;
}

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** The demo area as it stands on the morning of that day. */
export async function startJourneys(now = '2026-11-25T09:00:00.000Z'): Promise<Journeys> {
  const executablePath = findBrowser();
  const onward = await startOnward(now);
  const { opened } = onward;
  await fillDemoArea(opened.stores, onward.clock.today(), opened.foundations.log);
  await opened.projecting.catchUp();
  opened.foundations.readSide.onWaiting(() => void opened.projecting.catchUp());
  await onward.app.listen(0, '127.0.0.1');
  const url = (await onward.app.getUrl()).replace('[::1]', '127.0.0.1');
  const browser: Browser = await chromium.launch({ executablePath, args: browserArguments });
  const outside: string[] = [];
  const contexts: BrowserContext[] = [];

  async function nobody({ width = 1280, script = true, phone = false }: Looking = {}): Promise<Page> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: phone ? { width: 320, height: 568 } : { width, height: 900 },
      javaScriptEnabled: script,
      deviceScaleFactor: phone ? 2 : 1,
      isMobile: phone,
      hasTouch: phone,
    });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    await context.route('**/*', (route) => {
      const asked = route.request().url();
      if (asked.startsWith(url)) return route.continue();
      outside.push(asked);
      return route.abort();
    });
    const page = await context.newPage();
    clicksEndOnWholePages(page);
    if (phone) await onWeakLine(page);
    return page;
  }

  return {
    onward,
    url,
    outside,
    nobody,
    async as(who, looking) {
      const page = await nobody(looking);
      await page.goto('/sign-in');
      await page.locator('#token').fill(`demo-${who}`);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL(`${url}/`);
      return page;
    },
    async closePages() {
      for (const context of contexts.splice(0)) await context.close();
    },
    async close() {
      await browser.close();
      await onward.close();
    },
  };
}

async function onWeakLine(page: Page): Promise<void> {
  const network = await page.context().newCDPSession(page);
  const bytesPerSecond = 50_000;
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 400, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
  });
}

const patched = new WeakSet<object>();

/** By itself a click is over when the next page begins to arrive; what is counted then may be half of it, on a busy machine. */
function clicksEndOnWholePages(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('html')) as Pick<Locator, 'click'>;
  if (patched.has(locators)) return;
  patched.add(locators);
  const { click } = locators;
  locators.click = async function (this: Locator, options) {
    await click.call(this, options);
    await this.page().waitForLoadState();
  };
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds against WCAG 2.0, 2.1 and 2.2 at A and AA; nothing on a good page. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Through the debugger, so the page's own policy need not be loosened for the test.
  await page.evaluate(axeSource);
  const violations = await page.evaluate<Violation[]>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** How far the page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

export async function typeDate(page: Page, name: string, typed: string): Promise<void> {
  const [day = '', month = '', year = ''] = typed.split(' ');
  for (const [part, value] of Object.entries({ day, month, year })) await page.locator(`#${name}-${part}`).fill(value);
}
