// The pages of Ready Steady Go on the running service: the clinic's view, one programme, and every form that it links to.
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';

let onward: TestOnward;
let personId: string;
let id: string;

const get = async (url: string, as = 'dev.nurse') =>
  onward.app.inject({ method: 'GET', url, headers: { accept: 'text/html', authorization: `Bearer demo-${as}` } });
async function page(url: string, as = 'dev.nurse'): Promise<string> {
  const { statusCode, body } = await get(url, as);
  expect({ url, statusCode, title: /<h1[^>]*>([^<]*)/.exec(body)?.[1] }).toMatchObject({ statusCode: 200 });
  return body;
}
const post = async (url: string, body: object, as = 'dev.nurse') => {
  const answer = await onward.post<{ id: string }>(`/api/v1/${url}`, body, { as });
  expect({ url, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body.id;
};
const links = (html: string, begin: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href).filter((href) => href.startsWith(begin));

beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z', temporaryData());
  personId = await post('young-people', { givenName: 'Wren', familyName: 'Made-Up', birthDate: '2010-04-15' });
  const start = { longTermCondition: true, likelyAdultServices: true, service: 'community-paediatrics' };
  id = await post('readiness', { personId, ...start, on: '2024-06-03', entersAt: 'steady' });
  await post(`readiness/${id}/answers`, {
    ...{ questionnaire: 'steady', voice: 'young-person', how: 'paper', on: '2024-09-02' },
    answers: [{ item: 'seen-alone', answer: 'help', comment: 'I go quiet-as-a-mouse' }],
  });
  await post(`readiness/${id}/answers`, {
    ...{ questionnaire: 'parent-and-carer', voice: 'parent', how: 'paper', on: '2024-09-02' },
    answers: [{ item: 'seen-alone', answer: 'yes' }],
  });
  await post(`readiness/${id}/goals`, {
    goal: 'Order my own medicines',
    agreedWith: ['young-person'],
    on: '2024-09-02',
  });
  await post(`readiness/${id}/passports`, { aboutMe: 'I like trains\nand quiet', on: '2025-01-10' });
  await onward.opened.projecting.catchUp();
});
afterAll(() => onward.close());

test('it stands in the navigation and on home of whoever may see it, and of nobody else', async () => {
  for (const as of ['dev.nurse', 'ben.clinician', 'ella.manager', 'farid.auditor', 'cora.adult'])
    expect(links(await page('/', as), '/readiness')).not.toEqual([]);
  expect(links(await page('/', 'asha.caseworker'), '/readiness')).toEqual([]);
});

test('RSG-03, RSG-07, RSG-08: the clinic sees who is behind by age, waits for help, and was never seen alone by 16', async () => {
  const all = await page('/readiness');
  expect(all).toContain('Made-Up');
  expect(all).toContain('by age Go');
  for (const look of ['behind', 'help', 'seen-alone', 'no-appointment', 'introduction'])
    expect({ look, found: (await page(`/readiness?look=${look}`)).includes('Made-Up') }).toEqual({
      look,
      found: look !== 'introduction',
    });
  expect(await page('/readiness?look=behind&asOf=2026-04-14')).not.toContain('Made-Up');
  expect(await page('/readiness?look=behind&asOf=2026-04-15')).toContain('Made-Up');
  expect(await page('/readiness?look=seen-alone&asOf=2026-04-14')).not.toContain('Made-Up');
});

test('REC-40: of one programme the figures tell nothing', async () => {
  const figures = await onward.get<{ items: { programmes?: number; figures: { programmes?: number }[] }[] }>(
    '/api/v1/readiness/figures',
    { as: 'dev.nurse' },
  );
  expect(figures.body.items).toHaveLength(1);
  expect(JSON.stringify(figures.body.items)).not.toContain('"programmes"');
  expect(links(await page('/readiness'), '/readiness/figures')).toHaveLength(1);
  expect(await page('/readiness/figures')).toContain('Community paediatrics: number withheld');
});

test('RSG-04: both voices stand side by side, with how they came; the manager sees no word of them', async () => {
  const html = await page(`/readiness/${id}`);
  for (const text of [
    'They see it differently',
    'quiet-as-a-mouse',
    'typed in by staff from paper',
    'Order my own medicines',
  ])
    expect(html).toContain(text);
  const manager = await page(`/readiness/${id}`, 'ella.manager');
  for (const text of ['quiet-as-a-mouse', 'Order my own medicines', 'I like trains'])
    expect(manager).not.toContain(text);
  expect((await get(`/readiness/${id}`, 'cora.adult')).statusCode).toBe(403);
  expect((await get(`/readiness/${id}`, 'asha.caseworker')).statusCode).toBe(403);
});

test('RSG-05: what a sheet does not ask was not left blank, and nothing of an earlier sheet stands there as if it were', async () => {
  const go = { questionnaire: 'go', voice: 'young-person', how: 'with-staff', on: '2026-05-04' };
  await post(`readiness/${id}/answers`, { ...go, answers: [{ item: 'seen-alone', answer: 'yes' }] });
  await onward.opened.projecting.catchUp();
  const { body } = await onward.get<{ sideBySide: Record<string, unknown>[] }>(`/api/v1/readiness/${id}`, {
    as: 'dev.nurse',
  });
  const line = (item: string) => body.sideBySide.find((one) => one['item'] === item);
  expect(line('seen-alone')).toMatchObject({
    youngPersonAsked: true,
    parentAsked: true,
    youngPerson: 'yes',
    before: 'help',
  });
  const onlyParents = body.sideBySide.filter((one) => one['youngPersonAsked'] === false);
  for (const one of onlyParents) expect([one['youngPerson'], one['before']]).toEqual([undefined, undefined]);
  const onlyTheirs = body.sideBySide.filter((one) => one['parentAsked'] === false);
  const html = await page(`/readiness/${id}`);
  expect(html.split('Not on their sheet').length - 1).toBe(onlyParents.length + onlyTheirs.length);
  expect(onlyParents.length + onlyTheirs.length).toBeGreaterThan(0);
});

test('every form that the page links to opens, for whoever is shown the link', async () => {
  for (const as of ['dev.nurse', 'ella.manager']) {
    const forms = links(await page(`/readiness/${id}`, as), `/readiness/${id}/record/`);
    expect(forms.length).toBeGreaterThan(as === 'dev.nurse' ? 12 : 1);
    for (const form of forms) expect(await page(form, as)).toContain('<form');
  }
});

test('SHARE-05: forms name adult services alone, and as workers those of the clinic: no council, no auditor', async () => {
  for (const step of ['introduced', 'transfer', 'visit']) {
    const form = await page(`/readiness/${id}/record/${step}/programme`);
    expect([step, form.includes('Estuary Adult Mental Health'), form.includes('Seaborough Council')]).toEqual([
      step,
      true,
      false,
    ]);
  }
  for (const step of ['worker', 'ask-for-help']) {
    const form = await page(`/readiness/${id}/record/${step}/programme`);
    const named = ['dev.nurse', 'ben.clinician', 'farid.auditor', 'ella.manager', 'asha.caseworker', 'cora.adult'];
    expect([step, ...named.filter((one) => form.includes(`value="${one}"`))]).toEqual([
      step,
      'dev.nurse',
      'ben.clinician',
    ]);
  }
});

test('whoever may not see a page is told whose it is, in words and by no name of the inside', async () => {
  const { statusCode, body } = await get(`/readiness/${id}`, 'asha.caseworker');
  expect(statusCode).toBe(403);
  expect(body).toContain('Your role (SEND caseworker) may not do this. It is for: specialist nurse, CAMHS clinician');
  expect(body).not.toMatch(/GetReadiness|specialist-nurse|send-caseworker/);
});

test('what is not of this programme has no form', async () => {
  expect((await get(`/readiness/${id}/record/help-given/nothing-of-theirs`)).statusCode).toBe(404);
  expect((await get(`/readiness/${id}/record/no-such-step/programme`)).statusCode).toBe(404);
});

test('the person’s page leads to the start of a programme and to the one that there is', async () => {
  const html = await page(`/people/${personId}`);
  expect(links(html, `/people/${personId}/readiness/start`)).toHaveLength(1);
  expect(await page(`/people/${personId}/readiness/start`)).toContain('Start the programme');
  expect(html).toContain(`/readiness/${id}`);
});

test('the passport is one page in their own words, for whoever may read them', async () => {
  expect(await page(`/readiness/${id}/passport`)).toContain('I like trains\nand quiet');
  expect((await get(`/readiness/${id}/passport`, 'ella.manager')).statusCode).toBe(404);
});

test('a page of an earlier day has no forms', async () => {
  expect(links(await page(`/readiness/${id}?asOf=2024-08-01`), `/readiness/${id}/record/`)).toEqual([]);
});

describe('of a young person who died', () => {
  beforeAll(async () => {
    await post(`young-people/${personId}/death`, { on: '2026-05-30' });
    await onward.opened.projecting.catchUp();
  });

  test('REC-11: nothing is looked for any more, and nothing prompted; of the days before it is as it was', async () => {
    expect(await page('/readiness')).not.toContain('Made-Up');
    expect(await page('/readiness?asOf=2026-05-29')).toContain('Made-Up');
    const html = await page(`/readiness/${id}`);
    expect(html).not.toContain('By age others');
    expect(html).not.toContain('No next appointment');
  });

  test('REC-11: only what ends it or puts it right can be recorded', async () => {
    const forms = links(await page(`/readiness/${id}`), `/readiness/${id}/record/`);
    expect(forms.map((form) => form.split('/')[4]).sort()).toEqual(['correct', 'end', 'withdraw']);
    const visit = { seenAlone: 'none', tookPart: 'present', askThreeQuestions: false };
    const refused = await onward.post(`/api/v1/readiness/${id}/visits`, visit, { as: 'dev.nurse' });
    expect([refused.status, refused.body]).toMatchObject([422, { rule: 'REC-11' }]);
  });
});

test('SHARE matrix: what a parent asked for is never told in the letter as the young person’s', async () => {
  await post(`readiness/${id}/helps`, { askedBy: 'parent', what: 'Sleep at night', on: '2026-05-19' });
  await post(`readiness/${id}/helps`, { askedBy: 'young-person', what: 'Riding the bus', on: '2026-05-19' });
  const [theirs = '', ofParents = ''] = (await page(`/readiness/${id}/summary/gp`)).split(
    'Help that a parent or carer asked for',
  );
  expect([theirs.includes('Riding the bus'), theirs.includes('Sleep at night')]).toEqual([true, false]);
  expect([ofParents.includes('Sleep at night'), ofParents.includes('Riding the bus')]).toEqual([true, false]);
});

test('RSG-11: the summary is a letter with whom it is about, before it is sent and after, for whoever may read it', async () => {
  const letter = `/readiness/${id}/summary/gp`;
  expect(await page(`/readiness/${id}`)).toContain(`href="${letter}"`);
  const draft = await page(letter);
  for (const words of ['Summary for the GP', 'Not recorded as sent', 'I like trains', 'born '])
    expect(draft).toContain(words);
  expect((await get(letter, 'ella.manager')).statusCode).toBe(404);
  await post(`readiness/${id}/summaries`, { to: 'gp', summary: 'Takes the medicine alone.', on: '2026-05-20' });
  const sent = await page(letter);
  expect(sent).toContain('Sent on');
  expect(sent).toContain('Takes the medicine alone.');
  await post(`readiness/${id}/passports`, { aboutMe: 'I like trains no more', on: '2026-05-21' });
  expect(await page(letter)).not.toContain('I like trains no more');
  // Each letter is the one that went on its day.
  await post(`readiness/${id}/summaries`, { to: 'gp', summary: 'Takes another one now.', on: '2026-05-22' });
  expect(await page(`${letter}?asOf=2026-05-20`)).toContain('Takes the medicine alone.');
  expect(await page(letter)).toContain('Takes another one now.');
  expect(await page(`/readiness/${id}`)).toContain(`href="${letter}?asOf=2026-05-20"`);
  expect(await page(`/readiness/${id}/summary/adult-team`)).toContain('Not recorded as sent');
});
