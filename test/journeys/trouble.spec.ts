// What goes wrong on an ordinary day: two people at once, a double click, a date that does not exist, the back button, a hostile name.
import type { Page } from 'playwright-core';
import { startJourneys, typeDate, type Journeys } from './kit.js';

let journeys: Journeys;
beforeAll(async () => void (journeys = await startJourneys()));
afterEach(() => journeys.closePages());
afterAll(() => journeys?.close());

interface Row {
  readonly caseId: string;
  readonly subjectId: string;
  readonly personId: string;
}

/** Reviews with a meeting and no decision yet, each used by one journey. */
const openReviews = async (): Promise<Row[]> =>
  (await journeys.onward.get<{ items: Row[] }>('/api/v1/ehc-plans/worklist?step=decision&limit=200')).body.items.filter(
    ({ subjectId }) => subjectId !== 'next',
  );
const formOf = ({ caseId, subjectId }: Row, step: string) => `/ehc/plans/${caseId}/reviews/${subjectId}/record/${step}`;
const revisionOf = async ({ caseId }: Row) =>
  (await journeys.onward.get<{ revision: number }>(`/api/v1/ehc-plans/${caseId}/revision`)).body.revision;

const recordAdvice = async (page: Page, what: string, whose: string) => {
  await page.getByRole('radio', { name: what, exact: true }).check();
  await page.getByRole('checkbox', { name: whose, exact: true }).check();
  await typeDate(page, 'on', '24 11 2026');
};
const save = (page: Page) => page.getByRole('button', { name: 'Record it' });

it('two people at once: the second gets both versions, and what was typed is kept', async () => {
  const [review] = await openReviews();
  const [asha, ella] = [await journeys.as('asha.caseworker'), await journeys.as('ella.manager')];
  await asha.goto(formOf(review!, 'advice'));
  await ella.goto(formOf(review!, 'advice'));
  await recordAdvice(ella, 'Chased', 'Health');
  await save(ella).click();
  await ella.getByRole('status').waitFor();
  await recordAdvice(asha, 'Requested', 'Other');
  await save(asha).click();
  const answer = await asha.locator('main').innerText();
  expect(answer).toContain('Somebody else changed this while you were typing. Nothing of yours is recorded yet.');
  expect(answer).toMatch(/Recorded meanwhile\s+Advice chased[\s\S]*by Ella Novak/);
  expect(answer).toMatch(/What you typed[\s\S]*Requested[\s\S]*24 Nov 2026/);
  expect(await asha.title()).toMatch(/^Error: /);
  expect(await asha.getByLabel('Requested', { exact: true }).isChecked()).toBe(true);
  expect(await asha.locator('#on-day').inputValue()).toBe('24');
  await save(asha).click();
  await asha.getByRole('status').waitFor();
  expect(await asha.locator('#ledger').locator('xpath=..').innerText()).toContain('Other');
});

it('a double click on Save writes once', async () => {
  const [, review] = await openReviews();
  const page = await journeys.as('asha.caseworker', { script: false });
  await page.goto(formOf(review!, 'advice'));
  await recordAdvice(page, 'Chased', 'Social care');
  const before = await revisionOf(review!);
  await save(page).dblclick();
  await page.getByRole('heading', { name: 'Steps' }).waitFor();
  expect(await revisionOf(review!)).toBe(before + 1);
});

it('back after saving, and Save again: nothing is written twice', async () => {
  const [, , review] = await openReviews();
  const page = await journeys.as('asha.caseworker');
  await page.goto(formOf(review!, 'advice'));
  await recordAdvice(page, 'Chased', 'Social care');
  const sent = await page.evaluate<string>(
    'new URLSearchParams(new FormData(document.querySelector("main form"))).toString()',
  );
  const before = await revisionOf(review!);
  await save(page).click();
  await page.getByRole('status').waitFor();
  await page.goBack();
  expect(await page.locator('h1').innerText()).toBe('Record advice');
  // The very same form once more, as a browser that kept the page would send it.
  const again = await page.context().request.post(formOf(review!, 'advice'), {
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    data: sent,
    maxRedirects: 0,
  });
  expect(again.status()).toBe(303);
  expect(await revisionOf(review!)).toBe(before + 1);
});

it('31 2 2026 is answered in words, the focus leads there, and what was typed stays', async () => {
  const [, , , review] = await openReviews();
  const page = await journeys.as('asha.caseworker');
  await page.goto(formOf(review!, 'advice'));
  await page.getByLabel('Chased', { exact: true }).check();
  await typeDate(page, 'on', '31 2 2026');
  await save(page).click();
  const problems = page.getByRole('alert');
  expect(await problems.innerText()).toContain('There is a problem');
  expect(await problems.innerText()).toContain('must be a real date: February 2026 has 28 days');
  expect(await problems.innerText()).toContain('Tick whose advice it is');
  expect(await page.getByLabel('Chased', { exact: true }).isChecked()).toBe(true);
  await problems.getByRole('link', { name: /real date/ }).click();
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('on-day');
  expect(await page.locator('#on-day').inputValue()).toBe('31');
});

it('a form without its token, or with another visit’s, records nothing', async () => {
  const [review] = await openReviews();
  const page = await journeys.as('asha.caseworker');
  const before = await revisionOf(review!);
  const answer = await page.context().request.post(formOf(review!, 'advice'), {
    form: { step: 'chased', roles: 'health' },
    headers: { accept: 'text/html' },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('This form is from an earlier visit');
  expect(await revisionOf(review!)).toBe(before);
});

it('names that are long, written from right to left, hostile or emoji break no page and run no script', async () => {
  const names = [
    'ب'.repeat(60),
    'W'.repeat(200),
    '<script>document.title="broken"</script>',
    '👩‍👧 Ünï',
    '"><img src=x onerror=alert(1)>',
  ];
  const people: string[] = [];
  for (const familyName of names) {
    const { body } = await journeys.onward.post<{ id: string }>('/api/v1/young-people', {
      givenName: 'Zz',
      familyName,
      birthDate: '2012-03-14',
      sendStatus: 'ehc-plan',
    });
    people.push(body.id);
  }
  const page = await journeys.as('asha.caseworker', { width: 320 });
  for (const path of [...people.map((id) => `/people/${id}`), '/search?q=zz']) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 200]);
    expect(await page.title()).toMatch(/ – Onward$/);
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
  }
  expect(journeys.outside).toEqual([]);
});

it('an old link, a role without the right, nobody signed in, and a session that has ended say so in words', async () => {
  const ben = await journeys.as('ben.clinician');
  expect((await ben.goto('/ehc/worklist'))?.status()).toBe(403);
  expect(await ben.locator('h1').innerText()).toBe('You may not see or do this');
  const asha = await journeys.as('asha.caseworker');
  expect((await asha.goto('/ehc/plans/00000000-0000-4000-8000-000000000000'))?.status()).toBe(404);
  expect((await asha.goto('/ehc/worklist?cursor=nonsense'))?.status()).toBe(400);
  await asha.getByRole('link', { name: 'The same page without filters' }).click();
  expect(await asha.locator('h1').innerText()).toBe('Worklist');
  const nobody = await journeys.nobody();
  await nobody.goto('/ehc/absences');
  expect(await nobody.locator('h1').innerText()).toBe('Sign in');
  await nobody.locator('#token').fill('demo-nobody');
  await nobody.getByRole('button', { name: 'Sign in', exact: true }).click();
  expect(await nobody.getByRole('alert').innerText()).toContain('Nobody is known by this token');
  await nobody.locator('#token').fill('demo-ella.manager');
  await nobody.getByRole('button', { name: 'Sign in', exact: true }).click();
  expect(nobody.url()).toBe(`${journeys.url}/ehc/absences`);
  journeys.onward.clock.set('2026-11-25T21:30:00.000Z');
  await nobody.goto('/ehc/absences');
  expect(await nobody.locator('h1').innerText()).toBe('Sign in');
  journeys.onward.clock.set('2026-11-25T09:00:00.000Z');
});
