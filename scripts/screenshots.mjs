// Takes the pictures of docs/images: the main pages of a made-up area, at two widths, on a day that stands still.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from './lib/browser.mjs';
import { startDemo } from './lib/demo.mjs';

const widths = { wide: 1280, narrow: 320 };
/** `--full <folder>`: whole pages, to look at while building. */
const full = process.argv.includes('--full') ? process.argv[process.argv.indexOf('--full') + 1] : undefined;
const folder = full ?? 'docs/images';
const only = process.argv.slice(2).filter((word) => word !== '--full' && word !== full);

/** Name of the picture, who looks, and how to come to the page. */
const shots = [
  ['sign-in', undefined, (page) => page.goto('/sign-in')],
  ['home', 'asha.caseworker', (page) => page.goto('/')],
  ['worklist', 'asha.caseworker', (page) => page.goto('/ehc/worklist?step=decision')],
  ['review', 'asha.caseworker', (page) => openReview(page)],
  [
    'plan',
    'asha.caseworker',
    async (page) => (await openReview(page), page.getByRole('link', { name: 'The EHC plan' }).click()),
  ],
  [
    'decision',
    'asha.caseworker',
    async (page) => (await openReview(page), page.getByRole('link', { name: 'Record the decision notice' }).click()),
  ],
  ['bad-date', 'asha.caseworker', (page) => badDate(page)],
  ['check', 'asha.caseworker', (page) => checkDecision(page)],
  [
    'why',
    'asha.caseworker',
    async (page) => (
      await page.goto('/ehc/worklist?step=decision'),
      page
        .getByRole('link', { name: /^Why this date/ })
        .first()
        .click()
    ),
  ],
  ['what-if', 'asha.caseworker', (page) => whatIf(page)],
  [
    'person',
    'asha.caseworker',
    async (page) => (await page.goto('/ehc/worklist'), page.locator('tbody th a').first().click()),
  ],
  ['transitions', 'ben.clinician', (page) => page.goto('/transitions')],
  ['transition', 'ben.clinician', (page) => openTransition(page)],
  [
    'transition-steps',
    'ben.clinician',
    async (page) => (await openTransition(page), page.getByRole('link', { name: 'Record steps of a meeting' }).click()),
  ],
  ['agenda', 'ben.clinician', (page) => page.goto('/interface-agenda')],
  ['absences', 'ella.manager', (page) => page.goto('/ehc/absences')],
  ['landing', 'ella.manager', (page) => page.goto('/ehc/reviews-landing')],
  ['area', 'ella.manager', (page) => page.goto('/reports/area')],
  ['area-published', 'ella.manager', (page) => page.goto('/reports/area?profile=MH_PUBLIC')],
  ['phase-transfers', 'asha.caseworker', (page) => page.goto('/ehc/phase-transfers')],
  ['term-lists', 'asha.caseworker', (page) => page.goto('/ehc/term-lists')],
  [
    'term-list',
    'asha.caseworker',
    async (page) => (await page.goto('/ehc/term-lists'), page.locator('tbody th a').first().click()),
  ],
  ['records', 'gita.records', (page) => page.goto('/records')],
  ['gates', 'ella.manager', (page) => page.goto('/reports/gates?gate=18')],
  ['waiting', 'ella.manager', (page) => page.goto('/waiting')],
  ['waiting-service', 'ella.manager', (page) => page.goto('/waiting?service=neurodevelopmental')],
  [
    'wait',
    'ben.clinician',
    async (page) => (
      await page.goto('/waiting'),
      page.locator('table[class*=cards]').last().locator('tbody th a').first().click()
    ),
  ],
  ['wait-contact', 'ben.clinician', (page) => waitForm(page, 'Record a contact while waiting')],
  ['history', 'farid.auditor', (page) => openHistory(page)],
  ['then', 'farid.auditor', (page) => twoClocks(page)],
  [
    'bundle',
    'farid.auditor',
    async (page) => (await openHistory(page), page.getByRole('link', { name: /bundle/ }).click()),
  ],
  ['calendar', 'asha.caseworker', (page) => page.goto('/your-calendar')],
  ['search', 'asha.caseworker', (page) => page.goto('/search?q=b')],
  ['hand-overs', 'cora.adult', (page) => page.goto('/adult/hand-overs')],
  [
    'hand-over',
    'cora.adult',
    async (page) => (await page.goto('/adult/hand-overs'), page.locator('tbody th a').first().click()),
  ],
  ['first-months', 'cora.adult', (page) => page.goto('/adult/first-months')],
  ['past-18', 'ben.clinician', (page) => page.goto('/past-18')],
  ['tasks', 'ella.manager', (page) => page.goto('/tasks')],
  ['problem', 'asha.caseworker', (page) => page.goto('/ehc/plans/00000000-0000-4000-8000-000000000000')],
];

async function openReview(page) {
  await page.goto('/ehc/worklist?step=decision&state=overdue');
  await page.locator('tbody td a[href*="/reviews/"]').first().click();
}

async function waitForm(page, name) {
  await page.goto('/waiting');
  await page.locator('table[class*=cards]').last().locator('tbody th a').first().click();
  await page.getByRole('link', { name }).click();
}

async function openTransition(page) {
  await page.goto('/transitions?gate=18');
  await page.locator('tbody th a').first().click();
}

async function openHistory(page) {
  await page.goto('/worklist?pathway=ehc&key=decision');
  await page.locator('tbody th a').first().click();
  await page.getByRole('link', { name: 'Step by step, with proof' }).click();
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByRole('link', { name: 'Last', exact: true }).click();
  await page.getByRole('link', { name: 'Previous', exact: true }).click();
}

async function twoClocks(page) {
  await openHistory(page);
  await page.getByRole('link', { name: /^What was true/ }).click();
  await page.locator('#trueOn-day').fill('1');
  await page.locator('#trueOn-month').fill('6');
  await page.locator('#trueOn-year').fill('2026');
  await page.getByRole('button', { name: 'Show' }).click();
}

async function badDate(page) {
  await openReview(page);
  await page.getByRole('link', { name: 'Record the decision notice' }).click();
  await page.getByLabel('Day').fill('31');
  await page.getByLabel('Month').fill('2');
  await page.getByLabel('Year').fill('2026');
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function checkDecision(page) {
  await openReview(page);
  await page.getByRole('link', { name: 'Record the decision notice' }).click();
  await page.getByLabel('Day').fill('24');
  await page.getByLabel('Month').fill('11');
  await page.getByLabel('Year').fill('2026');
  await page.getByLabel('Amend the plan').check();
  await page.getByLabel('Yes, they went with it').check();
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function whatIf(page) {
  await page.goto('/ehc/worklist?step=review&state=due');
  await page.locator('tbody td a[href*="/reviews/"]').first().click();
  await page.locator('#meeting-day').fill('14');
  await page.locator('#meeting-month').fill('12');
  await page.locator('#meeting-year').fill('2026');
  await page.getByRole('button', { name: 'Show the dates' }).click();
}

const data = mkdtempSync(join(tmpdir(), 'onward-pictures-'));
const demo = await startDemo(data, '2026-11-25T09:00:00.000Z');
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
mkdirSync(folder, { recursive: true });
for (const [width, pixels] of Object.entries(widths)) {
  for (const [name, as, open] of shots) {
    if (only.length > 0 && !only.includes(name)) continue;
    const context = await browser.newContext({
      baseURL: demo.url,
      viewport: { width: pixels, height: 900 },
      deviceScaleFactor: 1,
    });
    const page = await context.newPage();
    if (as) await demo.signIn(page, as);
    await open(page);
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: full !== undefined });
    await context.close();
  }
}
await browser.close();
await demo.close();
rmSync(data, { recursive: true, force: true });
