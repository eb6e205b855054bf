// What was written of somebody who waits: who reads it again, and the mark that everybody sees (WAIT-45, WAIT-47).
import { startOnward, type TestOnward } from './kit/onward.js';
import { visitorsOf } from './kit/visitor.js';

let onward: TestOnward;
let personId: string;
let waitId: string;
const note = 'Talks of self harm';

beforeAll(async () => {
  onward = await startOnward();
  const person = { givenName: 'Ivy', familyName: 'Sample', birthDate: '2013-03-14', sendStatus: 'ehc-plan' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
  const referral = { personId, pathway: 'CHS', service: 'physiotherapy', receivedOn: '2026-01-25' };
  waitId = (await onward.post<{ id: string }>('/api/v1/waits', referral, { as: 'dev.nurse' })).body.id;
  const common = { contact: 'check-in', to: 'young-person', channel: 'telephone', accessibleFormat: 'none-needed' };
  const said = { ...common, on: '2026-05-20', outcome: 'reached' };
  const contacts = `/api/v1/waits/${waitId}/contacts`;
  await onward.post(contacts, { ...said, riskChange: 'higher', note }, { as: 'asha.caseworker' });
  await onward.post(
    contacts,
    { ...said, on: '2026-05-21', riskChange: 'none', note: 'Of the nurse' },
    { as: 'dev.nurse' },
  );
  await onward.opened.projecting.catchUp();
});
afterAll(() => onward.close());

const read = (as: string, asOf = '') =>
  onward.get<{ items: { note?: string; by: string }[] }>(`/api/v1/waits/${waitId}/contacts${asOf}`, { as });

it('WAIT-45: the service that holds the wait reads every contact with its note, the newest first', async () => {
  const { body } = await read('dev.nurse');
  expect(body.items.map(({ by, note }) => [by, note])).toEqual([
    ['dev.nurse', 'Of the nurse'],
    ['asha.caseworker', note],
  ]);
  expect((await read('dev.nurse', '?asOf=2026-05-20')).body.items.map((one) => one.note)).toEqual([note]);
  expect((await read('dev.nurse', '?asOf=2026-05-19')).body.items).toEqual([]);
});

it('WAIT-45: the caseworker who wrote one reads it, and not what others wrote', async () => {
  expect((await read('asha.caseworker')).body.items.map((one) => one.note)).toEqual([note]);
});

it('the adult service, which holds no wait, reads none', async () => {
  expect((await read('cora.adult')).status).toBe(403);
});

it('WAIT-45: the young person is shown with the day from which the risk is higher', async () => {
  const { body } = await onward.get<{ riskHigherOn?: string }>(`/api/v1/young-people/${personId}`, { as: 'dev.nurse' });
  expect(body.riskHigherOn).toBe('2026-05-20');
});

describe('WAIT-45: whoever wrote a contact reads it again by links', () => {
  const { get, signedIn } = visitorsOf(() => onward);

  it('the caseworker from the person’s page, and only what she wrote', async () => {
    const asha = await signedIn('asha.caseworker');
    const written = `/people/${personId}/contacts-written`;
    expect((await get(`/people/${personId}`, asha)).body).toContain(`href="${written}"`);
    const { body } = await get(written, asha);
    expect(body).toContain(note);
    expect(body).not.toContain('Of the nurse');
    expect((await get(`${written}?asOf=2026-05-19`, asha)).body).toContain('You have recorded none');
    expect((await get(`${written}?asOf=2026-05-20`, asha)).body).toContain(note);
  });

  it('the nurse on the page of the wait, with what the others wrote', async () => {
    const dev = await signedIn('dev.nurse');
    expect((await get(`/people/${personId}`, dev)).body).toContain(`href="/waiting/${waitId}"`);
    const { body } = await get(`/waiting/${waitId}`, dev);
    expect(body).toContain(note);
    expect(body).toContain('Of the nurse');
  });

  it('nobody else reads it: another caseworker reads none, and an adult clinician has no such page', async () => {
    const url = `/api/v1/young-people/${personId}/contacts-written`;
    expect((await onward.get<{ items: object[] }>(url, { as: 'ella.manager' })).body.items).toEqual([]);
    expect((await onward.get(url, { as: 'cora.adult' })).status).toBe(403);
  });
});
