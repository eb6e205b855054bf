// A specialist nurse's round: whose contact is most overdue, the contact recorded, the list that follows, its date explained to a parent, the sheet.
import type { Page } from 'playwright-core';
import { startJourneys, typeDate, type Journeys } from './kit.js';

let journeys: Journeys;
let page: Page;
beforeAll(async () => void (journeys = await startJourneys()));
afterEach(() => journeys.closePages());
afterAll(() => journeys?.close());

const given_dev_is_signed_in = async () => void (page = await journeys.as('dev.nurse'));

const when_he_opens_what_is_due_to_those_who_wait = async () => {
  await page.getByRole('link', { name: 'All pathways' }).click();
  await page.getByRole('navigation', { name: 'Filters' }).getByRole('link', { name: /wait/i }).click();
};

const contactsDue = () => page.locator('tbody tr', { hasText: 'WAIT-45' });

/** Whom the first of them is about, and the page of the wait. */
const when_he_opens_the_most_overdue_contact = async (): Promise<string> => {
  const row = contactsDue().first();
  const name = (await row.locator('th a').innerText()).trim();
  await row.locator('td > div', { hasText: 'WAIT-45' }).getByRole('link').first().click();
  await page.getByRole('heading', { name: /^Why the clock stands/ }).waitFor();
  return name;
};

const when_he_records_that_the_family_was_reached_on = async (typed: string) => {
  await page.getByRole('link', { name: 'Record a contact while waiting' }).click();
  await typeDate(page, 'on', typed);
  for (const [question, answer] of [
    ['What was it about?', 'Check in'],
    ['With whom?', 'Family'],
    ['How?', 'Telephone'],
    ['In which accessible format?', 'None needed'],
    ['What came of it?', 'Reached'],
    ['Has the risk changed?', 'None'],
  ] as const)
    await page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
  await page.getByRole('button', { name: 'Record the contact' }).click();
  expect(await page.getByRole('status').innerText()).toContain('The next one is due from it');
};

it('finds who was not spoken to for longest, records the contact, and the list follows', async () => {
  await given_dev_is_signed_in();
  await when_he_opens_what_is_due_to_those_who_wait();
  const before = await contactsDue().allInnerTexts();
  const name = await when_he_opens_the_most_overdue_contact();
  await when_he_records_that_the_family_was_reached_on('24 11 2026');
  await when_he_opens_what_is_due_to_those_who_wait();
  const after = await contactsDue().allInnerTexts();
  expect(after[0]).not.toBe(before[0]);
  const own = after.filter((text) => text.includes(name));
  expect(own.every((text) => !/overdue|late/i.test(text))).toBe(true);
  expect(journeys.outside).toEqual([]);
});

it('explains to a parent when somebody will ring, and takes the list along on paper', async () => {
  await given_dev_is_signed_in();
  await when_he_opens_what_is_due_to_those_who_wait();
  const date = contactsDue().first().locator('td > div', { hasText: 'WAIT-45' });
  await date.getByRole('link', { name: /^Why this date/ }).click();
  const why = await page.locator('main').innerText();
  expect(why).toContain('WAIT-45');
  expect(why).toMatch(/How it is reckoned\n.*\d{4}/);
  await page.goBack();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText(/^Printed /).innerText()).toContain('by Dev');
  expect(await page.getByRole('navigation', { name: 'Filters' }).isVisible()).toBe(false);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
});
