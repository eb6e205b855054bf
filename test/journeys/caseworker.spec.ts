// A SEND caseworker's morning: the most urgent case, its next step, the list that follows, a date explained to a parent, a page to print.
import type { Page } from 'playwright-core';
import { startJourneys, typeDate, type Journeys } from './kit.js';

let journeys: Journeys;
let page: Page;
beforeAll(async () => void (journeys = await startJourneys()));
afterEach(() => journeys.closePages());
afterAll(() => journeys?.close());

const given_asha_is_signed_in = async () => void (page = await journeys.as('asha.caseworker'));

const when_she_opens_the_worklist_of_late_decisions = async () => {
  await page.getByRole('link', { name: 'Worklist', exact: true }).click();
  await page.getByText('Filter the list').click();
  await page.getByLabel('Step').selectOption('decision');
  await page.getByLabel('Status').selectOption('overdue');
  await page.getByRole('button', { name: 'Show' }).click();
};

const then_the_address_can_be_shared_and_holds_only_what_was_chosen = () =>
  expect(page.url()).toBe(`${journeys.url}/ehc/worklist?state=overdue&step=decision`);

const rows = () => page.locator('tbody tr');
const nameIn = async (row: number) => (await rows().nth(row).locator('th a').innerText()).trim();

const then_the_oldest_comes_first = async () => {
  const days = await page.locator('tbody .onward-date').allInnerTexts();
  const sorted = [...days].sort((a, b) => Date.parse(`${a} UTC`) - Date.parse(`${b} UTC`));
  expect(days.length).toBeGreaterThan(1);
  expect(days).toEqual(sorted);
};

const when_she_opens_the_first = async () => {
  await rows().first().locator('td a[href*="/reviews/"]').first().click();
  await page.getByRole('heading', { name: 'Steps' }).waitFor();
};

const when_she_records_the_decision_notice_of = async (typed: string) => {
  await page.getByRole('link', { name: 'Record the decision notice' }).click();
  await typeDate(page, 'on', typed);
  await page.getByLabel('Maintain the plan as it is').check();
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByLabel('If the plan is maintained as it is: why?').fill('The outcomes are still right.');
  await page.getByRole('button', { name: 'Continue' }).click();
};

const then_she_is_shown_what_she_is_about_to_say = async () => {
  expect(await page.locator('h1').innerText()).toBe('Check: Record the decision notice');
  expect(await page.locator('.nhsuk-summary-list').innerText()).toContain('24 Nov 2026');
};

const when_she_confirms = () => page.getByRole('button', { name: 'Record the decision notice' }).click();

it('finds the most urgent case, takes the next step, and sees the list change at once', async () => {
  await given_asha_is_signed_in();
  await when_she_opens_the_worklist_of_late_decisions();
  then_the_address_can_be_shared_and_holds_only_what_was_chosen();
  await then_the_oldest_comes_first();
  const [person, before] = [await nameIn(0), await rows().count()];
  await when_she_opens_the_first();
  await when_she_records_the_decision_notice_of('24 11 2026');
  await then_she_is_shown_what_she_is_about_to_say();
  await when_she_confirms();
  expect(await page.getByRole('status').innerText()).toContain('the review is complete');
  expect(await page.locator('main').innerText()).toContain(
    'Complete by its decision notice: maintain the plan as it is.',
  );
  await page.goto('/ehc/worklist?state=overdue&step=decision');
  expect(await rows().count()).toBe(before - 1);
  expect(await page.locator('tbody').innerText()).not.toContain(person);
});

const when_she_fills_in = async (link: string, typed: string, answer: () => Promise<void>) => {
  await page.getByRole('link', { name: link }).click();
  await typeDate(page, 'on', typed);
  await answer();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await page.locator('h1').innerText()).toMatch(/^Check: /);
};

const answers = (question: RegExp, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

it('ceases a plan in two steps, each checked; the plan stays in force, and going back sends nothing again', async () => {
  await given_asha_is_signed_in();
  await page.goto('/ehc/worklist?step=review&state=due');
  await when_she_opens_the_first();
  await page.getByRole('link', { name: 'The EHC plan' }).click();
  await when_she_fills_in('Record the first letter: the proposal to cease', '2 11 2026', async () => {
    await answers(/^Who was consulted/, 'Family');
    await answers(/^Who was consulted/, 'School or college');
  });
  await page.getByRole('button', { name: 'Record the proposal' }).click();
  await when_she_fills_in('Record the second letter: the decision to cease', '24 11 2026', async () => {
    await answers(/^On which ground/, 'Needs met without a plan');
    await answers(/^Has a review shown/, 'No');
    await answers(/^Does it give the right of appeal/, 'Yes');
  });
  await page.getByRole('button', { name: 'Record the decision to cease' }).click();
  expect(await page.getByRole('status').innerText()).toContain('The plan stays in force');
  expect(await page.locator('main').innerText()).toContain('takes effect from 26 Jan 2027 at the earliest (EHC-63)');
  await page.goBack();
  expect(await page.locator('main').innerText()).toContain('Nothing waits here to be recorded');
});

it('explains a date to a parent: the force, the arithmetic, what started it, who recorded it; and prints it', async () => {
  await given_asha_is_signed_in();
  await page.goto('/ehc/worklist?step=decision&state=overdue');
  await page
    .getByRole('link', { name: /^Why this date\?/ })
    .first()
    .click();
  const words = await page.locator('main').innerText();
  expect(words).toContain('The law says so.');
  expect(words).toContain('SEND Regulations 2014');
  expect(words).toMatch(/How it is reckoned\n.*\d{4}/);
  expect(words).toMatch(/By\s+Asha Bright, SEND caseworker/);
  await page.emulateMedia({ media: 'print' });
  const sheet = await page.pdf({ format: 'A4' });
  expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await page.locator('.onward-print-only').innerText()).toContain('by Asha Bright');
});

it('asks what if the meeting were on another day, and records nothing by asking', async () => {
  await given_asha_is_signed_in();
  const head = await journeys.onward.opened.stores.store.head();
  await page.goto('/ehc/worklist?step=review&state=due');
  await when_she_opens_the_first();
  await typeDate(page, 'meeting', '14 12 2026');
  await page.getByRole('button', { name: 'Show the dates' }).click();
  const words = await page.locator('main').innerText();
  expect(words).toContain('If the meeting were on Monday 14 Dec 2026');
  // EHC-15: two weeks before; EHC-21: two weeks after.
  for (const day of ['Monday 30 Nov 2026', 'Monday 28 Dec 2026']) expect(words).toContain(day);
  expect(await journeys.onward.opened.stores.store.head()).toBe(head);
});

const when_she_opens_the_transfers_at = async (step: string) => {
  await page.getByRole('link', { name: 'Phase transfers', exact: true }).click();
  const link = page.locator('table').first().getByRole('link', { name: step });
  const count = Number.parseInt(await link.innerText(), 10);
  await link.click();
  return count;
};

it('EHC-40: sees how far the phase transfers have come, and goes from a step to its children and their plans', async () => {
  await given_asha_is_signed_in();
  const count = await when_she_opens_the_transfers_at('Review held');
  expect(page.url()).toBe(`${journeys.url}/ehc/phase-transfers?step=review-held`);
  const children = page.locator('table').last().locator('tbody tr');
  expect(await children.count()).toBe(count);
  await children.first().locator('th a').click();
  expect(page.url()).toContain('/ehc/plans/');
});

const when_she_opens_the_first_term_list = async () => {
  await page.getByRole('link', { name: 'Term lists', exact: true }).click();
  await page.locator('tbody th a').first().click();
};

const when_she_records_that_it_was_sent_on = async (typed: string) => {
  await page.getByRole('link', { name: 'Record that it was sent' }).click();
  await typeDate(page, 'on', typed);
  await page.getByLabel('Email').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await page.locator('.nhsuk-summary-list').innerText()).toContain('24 Nov 2026');
  await page.getByRole('button', { name: 'Record that it was sent' }).click();
};

const then_it_is_sent_to_all_in_time = async () => {
  expect(await page.getByRole('status').innerText()).toContain('the list was sent');
  expect(await page.locator('main').innerText()).toMatch(
    /Done in time[^]*Sent 24 Nov 2026 to Head, Integrated care board/,
  );
};

it('EHC-11: sends a school its list of the coming term, and the list says who has it', async () => {
  await given_asha_is_signed_in();
  await when_she_opens_the_first_term_list();
  await when_she_records_that_it_was_sent_on('24 11 2026');
  await then_it_is_sent_to_all_in_time();
});

it('does everything with the keyboard alone', async () => {
  page = await journeys.nobody();
  await page.goto('/sign-in');
  const tabTo = async (what: RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate<string>(
        '(document.activeElement?.getAttribute("name") || document.activeElement?.innerText || "").trim()',
      );
      if (what.test(focused)) return;
    }
    throw new Error(`Eighty presses of Tab did not reach ${String(what)}`);
  };
  await page.keyboard.press('Tab');
  expect(await page.evaluate<string>('document.activeElement.innerText')).toBe('Skip to main content');
  await tabTo(/^Asha Bright/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What needs you today' }).waitFor();
  await tabTo(/^Worklist$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Worklist', exact: true }).waitFor();
  await tabTo(/^Filter the list/);
  await page.keyboard.press('Enter');
  await tabTo(/^step$/);
  await page.keyboard.type('Deci');
  await tabTo(/^Show$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/step=decision/);
  await tabTo(/^Decide to maintain/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Steps' }).waitFor();
  await tabTo(/^Record the decision notice/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Record the decision notice' }).waitFor();
  await tabTo(/^on-day$/);
  await page.keyboard.type('31');
  await tabTo(/^on-month$/);
  await page.keyboard.type('2');
  await tabTo(/^on-year$/);
  await page.keyboard.type('2026');
  await page.keyboard.press('Enter');
  await page.locator('.nhsuk-error-summary:focus').waitFor();
  expect(await page.title()).toMatch(/^Error: Record the decision notice/);
});
