// A young person of twelve answers a form on their own phone: a small screen, a weak line, no script, no account; stops, and goes on on another one.
import type { Page } from 'playwright-core';
import { axeFindings, sidewaysScroll, startJourneys, typeDate, type Journeys } from './kit.js';

let journeys: Journeys;
let programme: string;
beforeAll(async () => {
  journeys = await startJourneys();
  const { onward } = journeys;
  const robin = { givenName: 'Robin', familyName: 'Example', birthDate: '2014-05-06' };
  const person = await onward.post<{ id: string }>('/api/v1/young-people', robin);
  const start = { service: 'community-paediatrics', longTermCondition: true, likelyAdultServices: true };
  const made = await onward.post<{ id: string }>(
    '/api/v1/readiness',
    { ...start, personId: person.body.id },
    { as: 'dev.nurse' },
  );
  programme = `/readiness/${made.body.id}`;
});
afterEach(async () => {
  expect(journeys.outside).toEqual([]);
  await journeys.closePages();
});
afterAll(() => journeys?.close());

/** The nurse makes it on the programme's page; what the camera would read stands beside the code. */
async function given_a_link(form: string): Promise<string> {
  const dev = await journeys.as('dev.nurse');
  await dev.goto(programme);
  await dev.getByRole('link', { name: 'Give a link for a form' }).click();
  await dev.getByLabel(form, { exact: true }).check();
  await typeDate(dev, 'validUntil', '2 12 2026');
  await dev.getByRole('button', { name: 'Make the link' }).click();
  await dev.getByRole('img', { name: 'Code that opens the form' }).waitFor();
  expect(await axeFindings(dev)).toEqual([]);
  return (await dev.locator('.onward-secret code').innerText()).trim();
}

const phone = (script = false) => journeys.nobody({ phone: true, script });

async function then_it_is_fit_for_a_phone(page: Page): Promise<void> {
  expect([page.url(), await sidewaysScroll(page)]).toEqual([page.url(), 0]);
  expect(await page.locator('h1').count()).toBe(1);
}

it('RSG-04, RSG-05: from the link to sending, on two phones; the clinic sees it, and help that was asked for has an owner', async () => {
  const link = await given_a_link('Getting ready');
  const first = await phone();
  await first.goto(link);
  await first.getByText('There is no right or wrong answer').waitFor();
  await then_it_is_fit_for_a_phone(first);
  await first.getByRole('link', { name: 'Start' }).click();
  await first.getByRole('heading', { name: 'The words that doctors and nurses use about my condition' }).waitFor();
  await first.getByLabel('I would like help with this').check();
  await first.getByLabel('Is there anything you want to say about it?').fill('What is a nephron?');
  await then_it_is_fit_for_a_phone(first);
  await first.getByRole('button', { name: 'Keep and go on' }).click();
  await first.getByText('question 2 of 10').waitFor();
  await first.getByRole('button', { name: 'Keep and stop for now' }).click();
  await first.getByText('You can go on later, with the same link').waitFor();

  const second = await phone();
  await second.goto(link);
  await second.getByRole('link', { name: 'Large letters' }).click();
  await second.getByRole('link', { name: 'Easy words' }).click();
  await then_it_is_fit_for_a_phone(second);
  await second.getByRole('link', { name: 'Go on with question 2' }).click();
  await second.getByRole('heading', { name: 'What my medicines do' }).waitFor();
  await second.getByLabel('Yes', { exact: true }).check();
  await second.getByRole('button', { name: 'All questions on one page' }).click();
  await then_it_is_fit_for_a_phone(second);
  expect(await second.locator('#comment-medical-words').inputValue()).toBe('What is a nephron?');
  await second.getByRole('button', { name: 'Keep and check' }).click();
  await then_it_is_fit_for_a_phone(second);
  await second.getByRole('button', { name: 'Send it to my team' }).click();
  await second.getByText('It was sent on 25 Nov 2026').waitFor();

  await first.reload();
  await first.getByRole('heading', { name: 'Thank you: your form was sent' }).waitFor();
  expect(await first.locator('main').innerText()).not.toContain('nephron');
  const dev = await journeys.as('dev.nurse');
  await dev.goto(programme);
  await dev.getByText('What is a nephron?').first().waitFor();
  await dev.getByRole('heading', { name: 'Help that was asked for: 1 open' }).waitFor();
  await dev.getByText('seen to by Dev Okoro').waitFor();
});

it('axe finds nothing on any page of it, in usual or large letters; each weighs at most 60 kB, the first load with everything', async () => {
  const link = await given_a_link('Steady');
  const page = await journeys.nobody({ width: 320 });
  const found: string[] = [];
  const headings = {
    '': 'Steady',
    '/1': 'The words that doctors and nurses use about my condition',
    '/17': 'What my condition and medicines mean for having children',
    '/all': 'Steady',
    '/check': 'Check your answers',
    '/1?size=large&words=easy': 'The words doctors use',
    '/all?size=large': 'Steady',
    '/18': 'There is no such question',
  };
  for (const [path, heading] of Object.entries(headings)) {
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(`${link}${path}`, { waitUntil: 'networkidle' });
    await network.detach();
    expect([path, await page.locator('h1').innerText()]).toEqual([path, heading]);
    expect([path, bytes > 5_000 && bytes <= 60_000 ? 'fits' : bytes]).toEqual([path, 'fits']);
    found.push(...(await axeFindings(page)).map((finding) => `${path}: ${finding}`));
    if ((await sidewaysScroll(page)) > 0) found.push(`${path} is wider than its window`);
  }
  expect(found).toEqual([]);
});

it('what staff see beside it is as accessible: the page that gives a link, and those that type answers in', async () => {
  const dev = await journeys.as('dev.nurse', { width: 320 });
  for (const [path, heading] of [
    ['/form-link', 'Give a link for one form'],
    ['/type-in', 'Type in answers from paper'],
    ['/type-in/steady/1', 'Type in: Steady'],
  ] as const) {
    await dev.goto(`${programme}${path}`);
    expect(await dev.locator('h1').innerText()).toBe(heading);
    expect([path, await axeFindings(dev), await sidewaysScroll(dev)]).toEqual([path, [], 0]);
  }
});
