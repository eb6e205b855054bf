// How a young person and their family took part in a step, from the page of the person to the area's: recorded, answered, taken back (GOV-12).
import { as, asha, get, newPerson, on, onward, page, send, signedIn } from './kit/plan-desk.js';
import { secretsIn } from './kit/visitor.js';

const said = 'I want to stay with my friends';
let personId: string;
let stream: string;
let meeting: string;

interface Answered {
  readonly id: string;
  readonly stream: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

beforeAll(async () => {
  personId = await newPerson('2017-12-15');
  const plan = await onward.post<Answered>('/api/v1/ehc-plans', { personId, on: '2026-01-20' }, as);
  ({ stream } = plan.body);
  const held = { on: '2026-11-02', attended: ['family', 'setting'], outcomesConsidered: true };
  const { body } = await onward.post<Answered>(`/api/v1/ehc-plans/${plan.body.id}/reviews/meeting`, held, as);
  expect(body).toMatchObject({ events: expect.anything() as unknown });
  meeting = body.events.find(({ type }) => type === 'ReviewMeetingHeld')?.id ?? '';
});

const list = () => `/people/${personId}/taking-part`;
const at = (voice: string, act: string) => `${list()}/${stream}/${meeting}/${voice}/${act}`;
async function fill(url: string, answers: Readonly<Record<string, string>>) {
  const form = await get(url, asha);
  expect([url, form.statusCode]).toEqual([url, 200]);
  return send(url, [...secretsIn(form.body), ...Object.entries(answers)] as [string, string][], asha);
}

it('GOV-12: the person’s page leads to the step that the law wants them in, for both voices, with nothing recorded', async () => {
  expect(await page(`/people/${personId}`)).toContain(`href="${list()}"`);
  const steps = await page(list());
  expect(steps).toContain('Review meeting held');
  expect(steps).toContain('EHC-10');
  expect(steps.match(/Not recorded/g)).toHaveLength(2);
  expect(steps).toContain(`href="${at('young-person', 'record')}"`);
});

it('GOV-12: how they took part is recorded with their words, then what was done with it: you said, we did', async () => {
  const first = await fill(at('young-person', 'record'), {
    how: 'views-sent',
    rung: 'engagement',
    said,
    ...on('2026-11-02'),
  });
  expect([first.statusCode, first.headers.location]).toEqual([303, expect.stringContaining(list())]);
  await fill(at('young-person', 'answer'), { did: 'The college next door was named.', ...on('2026-11-10') });
  const steps = await page(list());
  for (const words of ['Views sent', said, 'The college next door was named.', 'Engagement'])
    expect(steps).toContain(words);
  expect(steps.match(/Not recorded/g)).toHaveLength(1);
  expect(await page(`${list()}?asOf=2026-11-05`)).not.toContain('The college next door was named.');
  expect(await page(`/people/${personId}`)).toContain('Voice recorded');
});

it('a form sent twice, and one of a window that was open too long, records nothing twice', async () => {
  const url = at('family', 'record');
  const form = await get(url, asha);
  const answers = [...secretsIn(form.body), ['how', 'present'], ...Object.entries(on('2026-11-02'))] as [
    string,
    string,
  ][];
  expect((await send(url, answers, asha)).statusCode).toBe(303);
  expect((await send(url, answers, asha)).statusCode).toBe(303);
  const other = answers.map(([name, value]): [string, string] => [name, name === '_command' ? `${value}x` : value]);
  const late = await send(url, other, asha);
  expect([409, 422, 403]).toContain(late.statusCode);
});

it('that nobody asked is refused without its reason, and what was typed is kept', async () => {
  const body = { how: 'not-asked' };
  const api = await onward.post(`/api/v1/cases/${stream}/steps/${meeting}/voices/family`, body, as);
  expect([400, 409]).toContain(api.status);
  const unknown = await onward.post(`/api/v1/cases/${stream}/steps/none/voices/family`, { how: 'present' }, as);
  expect(unknown.status).toBe(404);
  const nobody = await onward.post(`/api/v1/cases/${stream}/steps/${meeting}/voices/school`, { how: 'present' }, as);
  expect(nobody.status).toBe(400);
});

it('SHARE-01: who does not see plans sees none of it, and may record none', async () => {
  const nurse = { as: 'dev.nurse' };
  const voices = await onward.get<{ items: unknown[] }>(`/api/v1/young-people/${personId}/voices`, nurse);
  expect(voices.body.items).toEqual([]);
  const sent = await onward.post(`/api/v1/cases/${stream}/steps/${meeting}/voices/family`, { how: 'present' }, nurse);
  expect(sent.status).toBe(403);
  expect((await get('/taking-part', asha)).statusCode).toBe(403);
});

it('GOV-12: the manager sees it counted, by pathway and voice, and the words of nobody', async () => {
  const ella = await signedIn('ella.manager');
  const counted = await onward.get<{ items: { pathway: string; voice: string; answered: number }[] }>(
    '/api/v1/voices/counts',
    { as: 'ella.manager' },
  );
  expect(counted.body.items).toContainEqual(
    expect.objectContaining({ pathway: 'ehc', voice: 'young-person', answered: 1 }),
  );
  const area = await page('/taking-part', ella);
  expect(area).toContain('EHC plan: young person');
  expect(area).not.toContain(said);
  // Each number leads to whom it counts, with the step; the words of nobody there either.
  const hrefs = [...area.matchAll(/href="(\/taking-part\/people[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  expect(hrefs).toContain('/taking-part/people?pathway=ehc&voice=young-person&how=views-sent');
  for (const href of hrefs) {
    const people = await page(href, ella);
    expect([href, people.includes(list()), people.includes('Review meeting held')]).toEqual([href, true, true]);
    expect(people).not.toContain(said);
  }
  expect(await page('/taking-part/people?how=not-asked', ella)).toContain('Nobody fits');
  expect(await page('/taking-part/people?asOf=2026-11-01', ella)).toContain('Nobody fits');
  expect((await get('/taking-part/people', asha)).statusCode).toBe(403);
});

it('REC-11: taken back it is no more, can be recorded anew, and the history still tells of it', async () => {
  const back = await fill(at('family', 'withdraw'), { reason: 'It was another family' });
  expect([back.statusCode, back.statusCode === 303 ? '' : back.body]).toEqual([303, '']);
  expect((await page(list())).match(/Not recorded/g)).toHaveLength(1);
  await fill(at('family', 'record'), { how: 'asked-and-declined', ...on('2026-11-02') });
  expect(await page(list())).toContain('Asked and declined');
});

it('REC-11: of a step that was taken back nothing is counted, and its record can be taken back from the page', async () => {
  const ella = { as: 'ella.manager' };
  const counted = async () => {
    const { body } = await onward.get<{ items: { voice: string; ways: Record<string, number> }[] }>(
      '/api/v1/voices/counts',
      ella,
    );
    return body.items.filter(({ voice }) => voice === 'young-person').map(({ ways }) => ways['views-sent']);
  };
  const before = await counted();
  expect(before).toEqual([1]);
  const back = { eventId: meeting, reason: 'It was the meeting of another child' };
  const withdrawn = await onward.post(`/api/v1/ehc-plans/${stream.replace('ehcPlan-', '')}/withdrawals`, back, as);
  expect([withdrawn.status, JSON.stringify(withdrawn.body)]).toEqual([200, expect.any(String)]);
  expect((await counted()).every((each) => each === 0)).toBe(true);
  const steps = await page(list());
  expect(steps).toContain('This step was taken back');
  expect(steps).toContain(`href="${at('young-person', 'withdraw')}"`);
  expect(steps).not.toContain(at('young-person', 'answer'));
  const taken = await fill(at('young-person', 'withdraw'), { reason: 'There was no such meeting' });
  expect([taken.statusCode, taken.statusCode === 303 ? '' : taken.body]).toEqual([303, '']);
  expect(await page(list())).not.toContain(said);
});
