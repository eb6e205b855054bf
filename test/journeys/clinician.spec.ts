// A CAMHS clinician's meeting: the most urgent case, two steps recorded at once, the page that follows, a date explained, a sheet for the interface meeting.
import type { Page } from 'playwright-core';
import { startJourneys, typeDate, type Journeys } from './kit.js';

let journeys: Journeys;
let page: Page;
beforeAll(async () => void (journeys = await startJourneys()));
afterEach(() => journeys.closePages());
afterAll(() => journeys?.close());

const given_ben_is_signed_in = async () => void (page = await journeys.as('ben.clinician'));

const when_he_opens_those_who_come_to_18_next = async () => {
  await page.getByRole('link', { name: 'Transitions', exact: true }).click();
  await page.getByRole('link', { name: /come to 18 next$/ }).click();
  await page.waitForURL(/gate=18$/);
};

const then_the_address_can_be_shared = () => expect(page.url()).toBe(`${journeys.url}/transitions?gate=18`);

const then_the_next_birthday_comes_first = async () => {
  const days = (await page.locator('tbody td:nth-of-type(1)').allInnerTexts()).map((text) =>
    Date.parse(`${/\d+ \w{3} \d{4}/.exec(text)?.[0]} UTC`),
  );
  expect(days.length).toBeGreaterThan(1);
  expect(days).toEqual([...days].sort((a, b) => a - b));
};

/** The first in the list whose next step can be ticked in the form. */
const when_he_opens_the_case_of = async (title: string) => {
  const row = page.locator('tbody tr', { hasText: title }).first();
  const name = await row.locator('th a').innerText();
  await row.locator('th a').click();
  await page.getByRole('heading', { name: 'Transition to adult services' }).waitFor();
  return name;
};

const step = (title: string) => page.locator('.onward-steps > li', { has: page.getByRole('heading', { name: title }) });

const when_he_ticks_two_steps_of_the_meeting_of = async (typed: string, titles: readonly string[]) => {
  await page.getByRole('link', { name: 'Record steps of a meeting' }).click();
  await typeDate(page, 'on', typed);
  await page.getByLabel('Young person').check();
  await page.getByLabel('CAMHS', { exact: true }).check();
  const done = page.getByRole('group', { name: 'Which steps were done?' });
  for (const title of titles) await done.getByLabel(title).check();
  await page.getByLabel('Where is it written down?').fill('Minute 12');
  await page.getByRole('button', { name: 'Record the steps' }).click();
};

it('finds the most urgent case, records two steps of one meeting, and sees the page and the register change at once', async () => {
  const [assessment, agreed] = ['Joint transition assessment meeting', 'Agree the date of the transfer meeting'];
  await given_ben_is_signed_in();
  await when_he_opens_those_who_come_to_18_next();
  then_the_address_can_be_shared();
  await then_the_next_birthday_comes_first();
  const name = await when_he_opens_the_case_of(agreed);
  const second = (await step(assessment).innerText()).includes('Done') ? 'Joint final transfer meeting' : assessment;
  await when_he_ticks_two_steps_of_the_meeting_of('24 11 2026', [agreed, second]);
  expect(await page.getByRole('status').innerText()).toContain('The steps are recorded');
  for (const title of [agreed, second]) {
    const words = await step(title).innerText();
    expect(words).toContain('Done in time');
    expect(words).toContain('Tuesday 24 Nov 2026, recorded by Ben Ferris');
  }
  await page.goto('/transitions?gate=18');
  expect(await page.locator('tbody tr', { hasText: name }).innerText()).not.toContain(agreed);
});

it('refers onward with the service that is to take over, and the case stays with CAMHS until it answers', async () => {
  await given_ben_is_signed_in();
  await when_he_opens_those_who_come_to_18_next();
  await page.locator('tbody th a').first().click();
  await page.getByRole('link', { name: 'Record a referral onward' }).click();
  await typeDate(page, 'on', '24 11 2026');
  await page.getByRole('group', { name: 'To which service?' }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Record the referral' }).click();
  expect(await page.getByRole('status').innerText()).toContain('It waits for an answer');
});

it('explains a date on the spot and to the end, and prints the agenda of the interface meeting without a name that has no consent', async () => {
  await given_ben_is_signed_in();
  await page.goto('/transitions?gate=17-6');
  await page.locator('tbody th a').first().click();
  const why = page.locator('details.onward-explained').first();
  await why.locator('summary').click();
  expect(await why.innerText()).toMatch(/(Local protocol|Good practice|National guidance): .*\n/);
  await why.getByRole('link').click();
  await page.getByRole('heading', { name: 'How it is reckoned' }).waitFor();
  expect(await page.locator('main').innerText()).toMatch(/How it is reckoned\n.*\d{4}/);
  await page.getByRole('link', { name: 'Interface meeting' }).click();
  await page.waitForURL(/interface-agenda$/);
  const named = (await page.locator('tbody th a').allInnerTexts()).map((name) => name.trim());
  await page.emulateMedia({ media: 'print' });
  const sheet = await page.locator('main').innerText();
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto('/transitions?limit=100');
  const everyone = (await page.locator('tbody th a').allInnerTexts()).map((name) => name.trim());
  const unnamed = everyone.filter((name) => !named.includes(name));
  expect([named.length > 0, unnamed.length > 0]).toEqual([true, true]);
  for (const name of unnamed) expect(sheet).not.toContain(name);
});

it('TRN-44: minutes what the interface meeting came to, and the next agenda says it', async () => {
  await given_ben_is_signed_in();
  await page.goto('/interface-agenda');
  await page
    .getByRole('link', { name: /^Minute the discussion/ })
    .first()
    .click();
  await typeDate(page, 'on', '24 11 2026');
  await page.getByRole('group', { name: 'Which adult services were there?' }).getByRole('checkbox').first().check();
  await page.getByLabel('Named', { exact: true }).check();
  await page.getByLabel('Discuss again').check();
  await page.getByLabel('Minute, in short (optional)').fill('They want to meet the team first.');
  await page.getByRole('button', { name: 'Record the discussion' }).click();
  await page.getByRole('status').waitFor();
  await page.goto('/interface-agenda');
  expect(await page.locator('main').innerText()).toMatch(
    /Minute of 24 Nov 2026: Discuss again\s+They want to meet the team first\./,
  );
});

it('says what is wrong above the form and beside the field, and keeps what was ticked', async () => {
  await given_ben_is_signed_in();
  await page.goto('/transitions?gate=18');
  await when_he_opens_the_case_of('Pre-transition survey');
  await page.getByRole('link', { name: 'Record steps of a meeting' }).click();
  await page
    .getByRole('group', { name: 'What was offered, and declined?' })
    .getByLabel('Pre-transition survey')
    .check();
  await page.getByRole('button', { name: 'Record the steps' }).click();
  const summary = page.locator('.nhsuk-error-summary');
  expect(await summary.innerText()).toContain('Enter the day of the meeting');
  expect(await summary.innerText()).toContain('Say why it was declined (TRN-45)');
  await summary.getByRole('link', { name: 'Say why it was declined (TRN-45)' }).click();
  expect(await page.evaluate<string>('document.activeElement.name')).toBe('declinedReason');
  expect(await page.locator('input[name=declined]:checked').count()).toBe(1);
});
