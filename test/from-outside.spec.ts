// What comes in from outside: dates that nobody means and texts that nobody can see are refused at every door.
import { jarOf, secretsIn, visitorsOf } from './kit/visitor.js';
import { startOnward, type TestOnward } from './kit/onward.js';

interface ProblemBody {
  readonly status: number;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
}
interface Recorded {
  readonly id: string;
}

const people = '/api/v1/young-people';
const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };

let onward: TestOnward;
let planId: string;
beforeAll(async () => {
  onward = await startOnward();
  const personId = (await onward.post<Recorded>(people, ada)).body.id;
  planId = (await onward.post<Recorded>('/api/v1/ehc-plans', { personId, on: '2024-12-02' })).body.id;
});
afterAll(() => onward.close());

const yearGroup = (on: string) =>
  onward.post<ProblemBody>(`/api/v1/ehc-plans/${planId}/year-group`, { on, yearGroup: 5 });

describe('a date in a body', () => {
  it.each(['0001-01-01', '1899-12-31', '2101-01-01', '9999-12-31'])(
    'of %s is refused, naming the field',
    async (on) => {
      const { status, body } = await yearGroup(on);
      expect([status, body.errors]).toEqual([
        400,
        [{ field: 'on', problem: 'must lie from 1900-01-01 to 2100-12-31' }],
      ]);
    },
  );

  it.each([
    ['2016-03-03', 400],
    ['2016-03-04', 200],
    ['2016-03-05', 200],
  ])('of %s, about somebody born on 4 March 2016: %i', async (on, status) => {
    expect((await yearGroup(on)).status).toBe(status);
  });
});

describe('a position that a question must show', () => {
  const ask = (after: string) => onward.get<ProblemBody>('/api/v1/worklist', { headers: { 'onward-after': after } });

  it('is the one that a command answered, and no other: nobody is made to wait for what nobody wrote', async () => {
    const { headers } = await yearGroup('2020-09-01');
    const written = String(headers['onward-position']);
    expect((await ask(written)).status).toBe(200);
    const next = String(Number(written) + 1).padStart(written.length, '0');
    for (const garbage of [next, '9999999999999999', '1', 'zzz', '../..', `${written} `.repeat(20), '9'.repeat(200)]) {
      const { status, body } = await ask(garbage);
      expect([status, body.errors?.[0]]).toEqual([
        400,
        { field: 'Onward-After', problem: 'must be the position that a command answered' },
      ]);
    }
    const inAddress = await onward.get<ProblemBody>('/api/v1/worklist?after=zzz');
    expect([inAddress.status, inAddress.body.errors?.[0]?.field]).toEqual([400, 'after']);
  });
});

describe('what a page was told that its reader recorded', () => {
  const { get, send, signedIn } = visitorsOf(() => onward);
  const recorded = /is recorded|Recorded\./;
  const forged = { 'onward-wrote': '9999999999999999', 'onward-said': 'The plan is ceased' };

  it('is believed from nobody: a made-up cookie holds up no page and says nothing, before the sign-in or after', async () => {
    for (const cookies of [forged, { ...(await signedIn('asha.caseworker')), ...forged }])
      for (const url of ['/sign-in', '/accessibility', '/', '/search?q=a']) {
        const { statusCode, body } = await get(url, cookies);
        expect([200, 303]).toContain(statusCode);
        expect(body).not.toMatch(recorded);
        expect(body).not.toContain(forged['onward-said']);
      }
  });

  it('is told to whoever recorded it, and to nobody who sits down there next', async () => {
    const asha = await signedIn('asha.caseworker');
    const url = `/ehc/plans/${planId}/record/year-group/plan`;
    const form = await get(url, asha);
    const answers = { 'on-day': '1', 'on-month': '9', 'on-year': '2021', yearGroup: '5' };
    const sent = await send(url, [...secretsIn(form.body), ...Object.entries(answers)], {
      ...asha,
      ...jarOf(form.headers),
    });
    expect(sent.statusCode).toBe(303);
    await onward.opened.projecting.catchUp();
    const receipt = jarOf(sent.headers);
    expect((await get('/', { ...asha, ...receipt })).body).toMatch(recorded);
    expect((await get('/', { ...(await signedIn('ella.manager')), ...receipt })).body).not.toMatch(recorded);
  });
});

describe('a name', () => {
  const register = (more: object) => onward.post<ProblemBody & Recorded>(people, { ...ada, ...more });

  it.each([
    ['of spaces', '   '],
    ['of nothing that can be seen', '\u200b\u00ad'],
    ['with a control character', 'Ada\u0007'],
    ['with an override of direction', 'Ada\u202eelpmaxE'],
  ])('%s is refused, naming the field and never repeating it', async (_, givenName) => {
    const { status, body } = await register({ givenName });
    expect([status, body.errors?.map(({ field }) => field)]).toEqual([400, ['givenName']]);
    expect(JSON.stringify(body)).not.toContain('elpmaxE');
  });

  it('is kept in one spelling, without what stands around it, on one line', async () => {
    const { body } = await register({ givenName: ' Jose\u0301\r\n Maria ' });
    const found = await onward.get<{ givenName: string }>(`${people}/${body.id}`);
    expect(found.body.givenName).toBe('José Maria');
  });
});

it('a text in a part of a body is looked at as well', async () => {
  const identifiers = [{ kind: 'local', value: 'A\u202e1' }];
  const { status, body } = await onward.post<ProblemBody>(people, { ...ada, identifiers });
  expect([status, body.errors?.[0]?.field]).toEqual([400, 'identifiers.0.value']);
});
