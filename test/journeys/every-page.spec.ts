// What holds of every page: axe finds nothing, 320 pixels are enough, no script is needed, it prints, nothing is fetched from outside.
import type { Page } from 'playwright-core';
import { axeFindings, sidewaysScroll, startJourneys, type Journeys } from './kit.js';
import { everyPage, type Visited } from './pages.js';

let journeys: Journeys;
let pages: readonly Visited[];
beforeAll(async () => {
  journeys = await startJourneys();
  pages = await everyPage(journeys);
});
afterEach(() => journeys.closePages());
afterAll(() => journeys?.close());

/** Every page with a browser of whoever looks; one browser a person. */
async function onEveryPage(
  looking: { width?: number; script?: boolean },
  check: (page: Page, visited: Visited) => Promise<void>,
): Promise<void> {
  const open = new Map<string, Page>();
  for (const visited of pages) {
    const key = visited.who ?? '';
    const page = open.get(key) ?? (await (visited.who ? journeys.as(visited.who, looking) : journeys.nobody(looking)));
    open.set(key, page);
    await page.goto(visited.path);
    await check(page, visited);
  }
}

it('has one heading of the first rank, a title and a main part; axe finds no violation; nothing leaves the machine', async () => {
  const found: string[] = [];
  await onEveryPage({}, async (page, { name }) => {
    expect([name, await page.locator('h1').count(), await page.locator('main').count()]).toEqual([name, 1, 1]);
    expect(await page.title()).toMatch(/ – Onward$/);
    found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
  });
  expect(found).toEqual([]);
  expect(journeys.outside).toEqual([]);
});

it('fits a screen 320 pixels wide without scrolling sideways, and axe finds nothing there either', async () => {
  const found: string[] = [];
  await onEveryPage({ width: 320 }, async (page, { name }) => {
    const wider = await sidewaysScroll(page);
    if (wider > 0) found.push(`${name} is ${wider} pixels wider than its window`);
    found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
  });
  expect(found).toEqual([]);
});

it('says the same without script', async () => {
  const withScript = new Map<string, string>();
  const words = async (page: Page) =>
    (await page.locator('main').innerText())
      .replace(/Print this page/, '')
      .replace(/\s+/g, ' ')
      .trim();
  await onEveryPage({}, async (page, { name }) => void withScript.set(name, await words(page)));
  await onEveryPage({ script: false }, async (page, { name }) =>
    expect([name, await words(page)]).toEqual([name, withScript.get(name)]),
  );
});

it('prints without navigation and filters, and says when it was printed and by whom', async () => {
  await onEveryPage({}, async (page, { who }) => {
    if (who === undefined) return;
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
    expect(await page.getByText(/^Printed .* from Onward/).isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });
});

it('weighs at most 150 kB on the first load, compressed', async () => {
  const page = await journeys.as('asha.caseworker');
  const context = page.context();
  for (const { path, who, name } of pages.filter((visited) => visited.who === 'asha.caseworker')) {
    const fresh = await context.newPage();
    const network = await context.newCDPSession(fresh);
    await network.send('Network.enable');
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await fresh.goto(path, { waitUntil: 'networkidle' });
    expect([who, name, bytes > 20_000 && bytes <= 150_000 ? 'fits' : bytes]).toEqual([who, name, 'fits']);
    await fresh.close();
  }
});
