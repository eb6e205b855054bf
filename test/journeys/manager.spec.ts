// A manager's question: how many are late, who are they, what happened to one of them; and the same numbers in a file.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { startJourneys, type Journeys } from './kit.js';

let journeys: Journeys;
let page: Page;
beforeAll(async () => void (journeys = await startJourneys()));
afterEach(() => journeys.closePages());
afterAll(() => journeys?.close());

const given_ella_is_signed_in = async () => void (page = await journeys.as('ella.manager'));

const when_she_opens_the_area = async () => {
  await page.getByRole('link', { name: 'The area' }).click();
  await section('Gates ahead').waitFor();
};

const section = (title: string): Locator => page.getByRole('region', { name: title, exact: true });

/** What is asked of an element here; the browser's own types are not known in this program. */
interface Element {
  readonly textContent: string;
  cloneNode(deep: boolean): Element;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
}

/** The table as it is read: what each row is about, then its figures; without what only a screen reader is told. */
const tableOf = (title: string): Promise<string[][]> =>
  section(title)
    .locator('tbody tr')
    .evaluateAll((rows: unknown) =>
      (rows as Element[]).map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => {
          const copy = cell.cloneNode(true);
          for (const hidden of copy.querySelectorAll('.nhsuk-u-visually-hidden')) hidden.remove();
          return copy.textContent.trim();
        }),
      ),
    );

const when_she_follows = async (title: string, figure: string): Promise<number> => {
  const link = section(title).getByRole('link', { name: figure });
  const count = Number.parseInt(await link.innerText(), 10);
  await link.click();
  return count;
};

const then_as_many_cases_are_listed = async (count: number) => {
  const rows = page.locator('table').last().locator('tbody tr');
  await section('Gates ahead').waitFor({ state: 'detached' });
  await rows.first().waitFor();
  expect(await rows.count()).toBe(count);
};

const when_she_downloads = async (title: string, kind: 'CSV' | 'XLSX'): Promise<{ name: string; file: Buffer }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    section(title)
      .getByRole('link', { name: `Download as ${kind}` })
      .click(),
  ]);
  return { name: download.suggestedFilename(), file: readFileSync(await download.path()) };
};

it('sees how many reviews are late, drills to the cases and to the events of one', async () => {
  await given_ella_is_signed_in();
  await when_she_opens_the_area();
  const count = await when_she_follows('Overdue annual reviews by phase', 'Late, nothing on record, Secondary');
  expect(count).toBeGreaterThan(0);
  await then_as_many_cases_are_listed(count);
  await page.locator('tbody th a').first().click();
  await page.locator('.onward-timeline > li').first().waitFor();
});

it('sees how many waited over a year, drills to them, and reads why the longest clock stands where it does', async () => {
  await given_ella_is_signed_in();
  await when_she_opens_the_area();
  const count = await when_she_follows('Waits over time', 'Over 52 weeks, 25 Nov 2026');
  await then_as_many_cases_are_listed(count);
  await page.locator('table').last().locator('tbody th a').first().click();
  await page.getByText('the referral was received (WAIT-01)').first().waitFor();
});

it('EHC-01: sees which officer will have how many reviews in which week, and goes from a figure to as many cases', async () => {
  await given_ella_is_signed_in();
  await page.getByRole('link', { name: 'Reviews landing' }).first().click();
  const figure = page
    .getByRole('region', { name: /per week and SEND officer/ })
    .getByRole('link')
    .first();
  const count = Number.parseInt(await figure.innerText(), 10);
  await figure.click();
  expect(await page.locator('tbody tr').count()).toBe(count);
});

it('goes from a gate to as many names', async () => {
  await given_ella_is_signed_in();
  await when_she_opens_the_area();
  await then_as_many_cases_are_listed(await when_she_follows('Gates ahead', '18th birthday'));
});

it.each([
  'Waits over time',
  'Annual reviews by step',
  'Overdue annual reviews by phase',
  'Discharge destinations',
  'Gates ahead',
])('downloads "%s" as CSV, whose numbers are those of the table', async (title) => {
  await given_ella_is_signed_in();
  await when_she_opens_the_area();
  const shown = await tableOf(title);
  const { name, file } = await when_she_downloads(title, 'CSV');
  expect(name).toMatch(/^onward-\w+-2026-11-25\.csv$/);
  const [, ...rows] = parse(file, { bom: true });
  expect(rows.map((row) => row.slice(0, shown[0]?.length))).toEqual(shown);
  expect((await when_she_downloads(title, 'XLSX')).file.subarray(0, 2).toString()).toBe('PK');
});

it('REC-40: chooses for whose eyes, sees no small number, publishes the day that has ended, and the file says under which profile it was made', async () => {
  await given_ella_is_signed_in();
  await when_she_opens_the_area();
  await page.getByLabel('For whose eyes').selectOption('MH_PUBLIC');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await page.locator('main').innerText()).toContain('MH_PUBLIC: counts under 5');
  await page.getByRole('link', { name: 'the figures of yesterday' }).click();
  await page.getByRole('link', { name: 'Publish these figures' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  expect(await page.locator('main').innerText()).toContain('As published on');
  const shown = await tableOf('Gates ahead');
  for (const [, count = ''] of shown) expect(count === '*' || Number(count) % 5 === 0).toBe(true);
  const { name, file } = await when_she_downloads('Gates ahead', 'CSV');
  expect(name).toBe('onward-gates-2026-11-24-mh-public.csv');
  const [, ...rows] = parse(file, { bom: true });
  expect(rows.map((row) => row.slice(0, 2))).toEqual(shown);
});
