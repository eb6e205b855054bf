// RSG-01: one programme for each young person and clinic, whoever starts it and when: also two at once, and when an end is taken back.
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';

let onward: TestOnward;
let personId: string;

interface Answer {
  readonly id: string;
  readonly rule?: string;
  readonly events: readonly { readonly id: string }[];
}

const clinic = { longTermCondition: true, likelyAdultServices: true, service: 'community-paediatrics' };
const send = (url: string, body: object, command?: string) =>
  onward.post<Answer>(`/api/v1/${url}`, body, {
    as: 'dev.nurse',
    ...(command === undefined ? {} : { headers: { 'idempotency-key': command } }),
  });
const start = (on: string, command?: string) => send('readiness', { personId, ...clinic, on }, command);
const end = (id: string, on: string) => send(`readiness/${id}/end`, { reason: 'recorded-in-error', on });
const takeBack = (id: string, correctsEventId = '') =>
  send(`readiness/${id}/withdrawals`, { correctsEventId, reason: 'ended the wrong one' });

beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z', temporaryData());
});
beforeEach(async () => {
  const person = { givenName: 'Wren', familyName: 'Made-Up', birthDate: '2013-05-15' };
  personId = (await onward.post<Answer>('/api/v1/young-people', person, { as: 'dev.nurse' })).body.id;
});
afterAll(() => onward.close());

test('of starts at once, on whichever days, one is recorded and the others are refused', async () => {
  const all = await Promise.all(['2026-05-01', '2026-05-02', '2026-05-02'].map((on) => start(on)));
  expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(all.flatMap(({ body }) => body.rule ?? [])).toEqual(['RSG-01', 'RSG-01']);
  expect(new Set(await programmes()).size).toBe(1);
});

test('ended as recorded in error, it is started anew of the same day', async () => {
  const first = (await start('2026-05-01')).body.id;
  await end(first, '2026-05-01');
  const second = await start('2026-05-01');
  expect(second).toMatchObject({ status: 200 });
  expect(await programmes()).toEqual([first, second.body.id].sort());
});

test('the same start sent again after its programme ended starts nothing', async () => {
  const first = await start('2026-05-01', 'the-same-start');
  await end(first.body.id, '2026-05-10');
  expect((await start('2026-05-01', 'the-same-start')).body.id).toBe(first.body.id);
  expect(await programmes()).toEqual([first.body.id]);
});

test('an end is not taken back while another programme of the clinic runs, and is once that has ended', async () => {
  const first = (await start('2026-05-01')).body.id;
  const ended = (await end(first, '2026-05-10')).body.events[0]?.id;
  const second = (await start('2026-05-11')).body.id;
  const back = await takeBack(first, ended);
  expect([back.status, back.body.rule]).toEqual([409, 'RSG-01']);
  await end(second, '2026-05-12');
  expect((await takeBack(first, ended)).status).toBe(200);
});

async function programmes(): Promise<string[]> {
  await onward.opened.projecting.catchUp();
  const sql = 'SELECT id FROM readiness_programme WHERE person_id = ? ORDER BY id';
  return onward.opened.foundations.readSide.db.all<{ id: string }>(sql, personId).map(({ id }) => id);
}
