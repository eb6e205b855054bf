// Which forms are offered to be given or typed in: those that would be accepted as the programme stands, for whoever asks (RSG-04, RSG-12, TRN-42).
import { clinicOf, startOwnForms, type OwnForms } from './kit/own-form.js';
import { secretsIn } from './kit/visitor.js';

const now = '2026-11-25T09:00:00.000Z';
let forms: OwnForms;
beforeAll(async () => (forms = await startOwnForms(now)));
afterAll(() => forms.onward.close());
const { get, send, programmeOf, signedIn } = clinicOf(() => forms);

const post = async (path: string, body: object) => {
  const answer = await forms.onward.post(`/api/v1/${path}`, body, { as: 'dev.nurse' });
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
};
/** Titles in the form that gives a link: every choice of the first question. */
const offered = (body: string) =>
  [...body.matchAll(/name="questionnaire"[^>]*value="([^"]+)"/g)].map(([, sheet = '']) => sheet);
const typedIn = (body: string) => [...body.matchAll(/\/type-in\/([a-z-]+)\//g)].map(([, sheet = '']) => sheet);

/** Nineteen, and moved to the adult service of Cora. */
async function moved() {
  const of = await programmeOf('2007-05-06');
  const transfer = { organisation: 'estuary-adult-mental-health', on: '2026-11-25' };
  await post(`readiness/${of.programmeId}/transfer`, transfer);
  await forms.onward.opened.projecting.catchUp();
  return of;
}

it('RSG-04: at twelve the sheet of their stage comes first, with the parent’s and the next; none that they have left, and no Hello', async () => {
  const page = await get(`/readiness/${forms.programmeId}/form-link`, await signedIn('dev.nurse'));
  expect(offered(page.body)).toEqual(['steady', 'parent-and-carer', 'go']);
  const paper = await get(`/readiness/${forms.programmeId}/type-in`, await signedIn('dev.nurse'));
  expect(typedIn(paper.body)).toEqual(['getting-ready', 'steady', 'go', 'parent-and-carer']);
  expect(paper.body).toContain('Hello is the adult’s own');
});

it('RSG-12: after the move Hello alone is given and typed in, once the adult has said yes; before that it is said why not', async () => {
  const { programmeId } = await moved();
  const [dev, cora] = [await signedIn('dev.nurse'), await signedIn('cora.adult')];
  const before = await get(`/readiness/${programmeId}/form-link`, dev);
  expect(before.statusCode).toBe(409);
  expect(before.body).toContain('from their 18th birthday on');
  expect(before.body).toContain('the sheets of the stages are not asked any more');
  expect((await get(`/readiness/${programmeId}`, dev)).body).not.toContain('/form-link');
  expect((await get(`/readiness/${programmeId}`, cora)).body).not.toContain('/type-in');
  expect((await get(`/readiness/${programmeId}/type-in/hello/1`, cora)).statusCode).toBe(409);
  // The adult clinic finds by the list whose Hello is not there yet.
  const waiting = await get('/readiness?look=hello', cora);
  expect(waiting.body).toContain(`/readiness/${programmeId}"`);
  expect(waiting.body).toContain('Hello has no day yet');
  await post(`readiness/${programmeId}/hello-consent`, { decidedBy: 'young-person', on: '2026-11-25' });
  expect(offered((await get(`/readiness/${programmeId}/form-link`, dev)).body)).toEqual(['hello']);
  expect((await get(`/readiness/${programmeId}`, cora)).body).toContain('/type-in');
  const paper = await get(`/readiness/${programmeId}/type-in`, cora);
  expect(typedIn(paper.body)).toEqual(['hello']);
  expect(paper.body).toContain('The adult clinic records Hello');
  expect((await get(`/readiness/${programmeId}/type-in/hello/1`, cora)).statusCode).toBe(200);
  expect((await get(`/readiness/${programmeId}/type-in/go/1`, cora)).statusCode).toBe(409);
  await post(`readiness/${programmeId}/answers`, {
    ...{ questionnaire: 'hello', voice: 'adult', how: 'paper', on: '2026-11-25', answers: [] },
  });
  await forms.onward.opened.projecting.catchUp();
  expect((await get('/readiness?look=hello', cora)).body).not.toContain(`/readiness/${programmeId}"`);
  const bar = (await get(`/readiness/${programmeId}`, dev)).body;
  expect(bar).toContain('moved to Estuary Adult Mental Health on 25 Nov 2026');
});

it('TRN-42: a parent’s form is offered the day before the 18th birthday and not on it, until the adult lets them', async () => {
  const at = async (birthDate: string) => {
    const { programmeId, personId } = await programmeOf(birthDate);
    return {
      programmeId,
      personId,
      page: await get(`/readiness/${programmeId}/form-link`, await signedIn('dev.nurse')),
    };
  };
  expect(offered((await at('2008-11-26')).page.body)).toContain('parent-and-carer');
  const adult = await at('2008-11-25');
  expect(offered(adult.page.body)).toEqual(['steady', 'go']);
  const recipient = (
    await forms.onward.get<{ organisation: string }>(`/api/v1/readiness/${adult.programmeId}`, { as: 'dev.nurse' })
  ).body.organisation;
  const consent = { purpose: 'involve-parent-or-carer', decision: 'given', decidedBy: 'young-person', recipient };
  await post(`young-people/${adult.personId}/consents`, { ...consent, on: '2026-11-25' });
  const after = await get(`/readiness/${adult.programmeId}/form-link`, await signedIn('dev.nurse'));
  expect(offered(after.body)).toContain('parent-and-carer');
});

it('REC-11: of somebody who died neither way is offered, and their addresses say why', async () => {
  const { programmeId, personId } = await programmeOf('2012-01-02');
  const dev = await signedIn('dev.nurse');
  expect((await get(`/readiness/${programmeId}`, dev)).body).toMatch(/form-link[^]*type-in/);
  const form = await get(`/readiness/${programmeId}/record/visit/programme`, dev);
  expect(form.statusCode).toBe(200);
  await post(`young-people/${personId}/death`, { on: '2026-11-24' });
  await forms.onward.opened.projecting.catchUp();
  expect((await get(`/readiness/${programmeId}`, dev)).body).not.toMatch(/form-link|type-in/);
  for (const path of ['form-link', 'type-in/steady/1', 'record/visit/programme']) {
    const { statusCode, body } = await get(`/readiness/${programmeId}/${path}`, dev);
    expect([path, statusCode, body.includes('<form class="onward-form"')]).toEqual([path, 409, false]);
    expect(body).toContain('REC-11');
  }
  const typed = await send(`/readiness/${programmeId}/record/visit/programme`, secretsIn(form.body), dev);
  expect(typed.statusCode).toBe(400);
});

it('a nurse whose colleague was quicker sees what was recorded meanwhile, and by whom', async () => {
  const { programmeId } = await programmeOf('2012-02-03');
  const dev = await signedIn('dev.nurse');
  const path = `/readiness/${programmeId}/record/goal/programme`;
  const form = await get(path, dev);
  const goal = { goal: 'Order my own medicines', agreedWith: ['young-person'], on: '2026-11-25' };
  const other = await forms.onward.post(`/api/v1/readiness/${programmeId}/goals`, goal, { as: 'ben.clinician' });
  expect(other.status).toBe(200);
  const late = await send(
    path,
    [
      ...secretsIn(form.body),
      ...(['day', 'month', 'year'] as const).map((part, at): [string, string] => [
        `on-${part}`,
        ['25', '11', '2026'][at] ?? '',
      ]),
      ['goal', 'Ring the clinic'],
      ['agreedWith', 'young-person'],
    ],
    dev,
  );
  expect(late.statusCode).toBe(409);
  const [, meanwhile = ''] = late.body.split('Recorded meanwhile');
  for (const told of ['goal agreed', 'Ben Ferris', 'Order my own medicines'])
    expect(meanwhile.toLowerCase()).toContain(told.toLowerCase());
});
