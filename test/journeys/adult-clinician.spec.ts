// An adult clinician's morning: a hand-over, its items one by one, the first appointment, and the list that follows.
import type { Page } from 'playwright-core';
import { startJourneys, typeDate, type Journeys } from './kit.js';

let journeys: Journeys;
let page: Page;
beforeAll(async () => void (journeys = await startJourneys()));
afterEach(() => journeys.closePages());
afterAll(() => journeys?.close());

const given_cora_is_signed_in = async () => void (page = await journeys.as('cora.adult'));

const when_she_opens_the_hand_over_with_items_to_answer = async () => {
  await page.getByRole('link', { name: 'Hand-overs', exact: true }).click();
  const row = page.locator('tbody tr', { hasText: '0 of 3 items accepted' }).first();
  await row.locator('th a').click();
  await page.getByRole('heading', { name: 'Items of the hand-over' }).waitFor();
};

const when_she_opens_a_hand_over = async () => {
  await page.getByRole('link', { name: 'Hand-overs', exact: true }).click();
  await page.locator('tbody th a').first().click();
  await page.getByRole('heading', { name: 'Items of the hand-over' }).waitFor();
};

const items = () => page.getByRole('link', { name: /^Accept / }).filter({ hasNotText: 'whole' });

const when_she_accepts_the_next_item = async () => {
  await items().first().click();
  await page.getByRole('button', { name: 'Accept the item' }).click();
  await page.getByRole('status').waitFor();
};

const when_she_records_the_first_appointment_for = async (typed: string) => {
  await page.getByRole('link', { name: 'Record a first appointment that was offered' }).click();
  await typeDate(page, 'bookedFor', typed);
  await page.getByRole('button', { name: 'Record the appointment' }).click();
  await page.getByRole('status').waitFor();
};

const then_the_list_says = async (words: string) => {
  await page.getByRole('link', { name: 'Hand-overs', exact: true }).first().click();
  expect(await page.locator('tbody').innerText()).toContain(words);
};

it('finds a hand-over, accepts its items one by one, records the first appointment, and sees the list change', async () => {
  await given_cora_is_signed_in();
  await when_she_opens_the_hand_over_with_items_to_answer();
  for (let left = await items().count(); left > 0; left--) {
    expect(await items().count()).toBe(left);
    await when_she_accepts_the_next_item();
  }
  await when_she_records_the_first_appointment_for('7 12 2026');
  expect(await page.locator('main').innerText()).toContain('Booked for 7 Dec 2026');
  await then_the_list_says('All 3 items accepted');
  expect(journeys.outside).toEqual([]);
});

it('explains to a parent why a date is that day, and prints the case for the meeting', async () => {
  await given_cora_is_signed_in();
  await when_she_opens_a_hand_over();
  await page.getByRole('link', { name: 'The case by stage, and why each date is that day' }).click();
  await page.getByRole('heading', { name: 'Transition to adult services' }).waitFor();
  const why = page.locator('details.onward-explained').first();
  await why.locator('summary').click();
  expect(await why.innerText()).toMatch(/(Local protocol|Good practice|National guidance): .*\n/);
  // What is behind it in the record is for those whose record it is.
  expect(await why.getByRole('link').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText(/^Printed /).innerText()).toContain('by Cora');
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
});
