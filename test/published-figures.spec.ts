// Figures that were published stay as they were, whoever is forgotten afterwards; what is reckoned now says how many are missing (REC-12, ADR 50).
import { parse } from 'csv-parse/sync';
import { projections } from '../src/apps/cases.js';
import { rebuild } from '../src/engine/processing/rebuild.js';
import { Statements } from '../src/engine/processing/statements.js';
import { openDatabase } from '../src/store/sqlite-files/open-database.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { hiddenIn, visitorsOf } from './kit/visitor.js';

const day = '2026-05-31';
const morning = '2026-06-01T09:00:00.000Z';
const ella = { as: 'ella.manager' };
const ofDay = `/api/v1/reports/publications/area?profile=MH_PUBLIC&asOf=${day}`;

interface Published {
  readonly published: {
    readonly figures: readonly { readonly figure: string; readonly rows: readonly { readonly row: string }[] }[];
  } | null;
  readonly forgottenSince: number | string | null;
}

let onward: TestOnward;
let people: string[];
const visitors = visitorsOf(() => onward);

async function as(who: string) {
  const { cookies, csrf } = await visitors.signIn(`demo-${who}`);
  return {
    get: (url: string) => visitors.get(url, cookies),
    send: (url: string, fields: Record<string, string>) => visitors.send(url, { ...fields, _csrf: csrf }, cookies),
  };
}

async function openToCamhs(at: number): Promise<string> {
  const person = { givenName: `Made${at}`, familyName: 'Up', birthDate: '2008-10-15' };
  const { id } = (await onward.post<{ id: string }>('/api/v1/young-people', person, { as: 'ben.clinician' })).body;
  const opening = { personId: id, on: '2025-11-03', referredOn: '2025-11-03', team: 'estuary-camhs', variant: 'A' };
  expect((await onward.post('/api/v1/transitions', opening, { as: 'ben.clinician' })).status).toBe(200);
  return id;
}

const forget = (personId: string) =>
  onward.post(
    `/api/v1/young-people/${personId}/forgetting`,
    { ground: 'erasure-granted', decision: 'RM-2026-0017', openCases: 'stop-with-it' },
    { as: 'gita.records' },
  );

/** The gate at 18 of the file, without what stands beside it. */
const gate18 = (csv: string) => parse(csv, { bom: true }).find(([gate]) => gate === '18th birthday');
const file = (profile: string) => `/reports/area/gates.csv?asOf=${day}&profile=${profile}`;

beforeAll(async () => {
  onward = await startOnward(morning);
  people = [];
  for (let at = 0; at < 5; at++) people.push(await openToCamhs(at));
  await onward.opened.projecting.catchUp();
});
afterAll(() => onward.close());

test('REC-41: before they are published there is no file of them; a look publishes nothing; nobody but a manager publishes', async () => {
  const manager = await as('ella.manager');
  const page = await manager.get(`/reports/area?asOf=${day}&profile=MH_PUBLIC`);
  expect([page.statusCode, page.body.includes('Publish these figures'), page.body.includes('gates.csv')]).toEqual([
    200,
    true,
    false,
  ]);
  expect((await manager.get(file('MH_PUBLIC'))).statusCode).toBe(422);
  expect((await onward.get<Published>(ofDay, ella)).body).toEqual({ published: null, forgottenSince: '*' });
  const auditor = await as('farid.auditor');
  expect((await auditor.get(`/reports/area?profile=MH_PUBLIC`)).body).not.toContain('Publish these figures');
  const details = { profile: 'MH_PUBLIC', asOf: day };
  for (const who of ['farid.auditor', 'ben.clinician'])
    expect((await onward.post('/api/v1/reports/publications', details, { as: who })).status).toBe(403);
});

test('a day is published once it has ended: today’s page leads to yesterday’s, and its form says why there is none', async () => {
  const manager = await as('ella.manager');
  const { body } = await manager.get('/reports/area?profile=MH_PUBLIC');
  expect(body).not.toContain('Publish these figures');
  expect(body).toContain(`href="/reports/area?asOf=${day}&amp;profile=MH_PUBLIC">the figures of yesterday`);
  const form = await manager.get('/reports/publish?asOf=2026-06-01&profile=MH_PUBLIC');
  expect([form.statusCode, form.body.includes('that day has not ended')]).toEqual([400, true]);
});

test('a day of which the page of the area shows nothing is not offered for publishing either: the same answer, and no button', async () => {
  const manager = await as('ella.manager');
  for (const day of ['1999-01-01', '2026-05-30']) {
    const at = `asOf=${day}&profile=MH_PUBLIC`;
    const [area, form] = [await manager.get(`/reports/area?${at}`), await manager.get(`/reports/publish?${at}`)];
    expect([day, form.statusCode]).toEqual([day, area.statusCode]);
    expect([day, form.body.includes('Publish the figures of')]).toEqual([day, area.statusCode === 200]);
  }
});

test('a case that stands still is in the figures as it was: nothing is published, above the form it says why', async () => {
  const manager = await as('ella.manager');
  const url = `/reports/publish?asOf=${day}&profile=MH_PUBLIC`;
  const { body } = await manager.get(url);
  const list = new Statements(openDatabase(onward.opened.files.current()!));
  list.run(
    `INSERT INTO set_aside (projection, id, stream, event, type, revision, since, reason)
     VALUES ('transition', 't1', 'transition-t1', 'e1', 'CamhsClosed', 3, '2026-05-01T09:00:00.000Z', 'it cannot be worked out')`,
  );
  const refused = await manager.send(url, { _command: hiddenIn(body, '_command'), _revision: '' });
  list.run('DELETE FROM set_aside');
  list.database.close();
  expect([refused.statusCode, refused.body.includes('1 case stands still')]).toEqual([503, true]);
  expect((await onward.get<Published>(ofDay, ella)).body.published).toBeNull();
});

test('neither exact figures, nor a forecast, nor a profile that is for none of them is published', async () => {
  const publish = (details: object) => onward.post('/api/v1/reports/publications', details, ella);
  expect((await publish({ profile: 'INTERNAL', asOf: day })).status).toBe(400);
  expect((await publish({ profile: 'MH_PUBLIC', asOf: '2026-06-01' })).body).toMatchObject({ status: 400 });
  expect((await publish({ profile: 'DFE_RETURN', asOf: day })).body).toMatchObject({ status: 422, rule: 'REC-41' });
  expect((await (await as('ella.manager')).get(`/reports/publish?asOf=${day}`)).statusCode).toBe(422);
});

test('a manager publishes by a button, once; then the files are there, and the list leads to the figures', async () => {
  const manager = await as('ella.manager');
  const url = `/reports/publish?asOf=${day}&profile=MH_PUBLIC`;
  const asked = await manager.get(url);
  expect(asked.body).toContain('stay as published');
  const form = { _command: hiddenIn(asked.body, '_command'), _revision: '' };
  for (const answer of [await manager.send(url, form), await manager.send(url, form)])
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/reports/area?asOf=${day}&profile=MH_PUBLIC`]);
  await onward.opened.projecting.catchUp();
  const { body } = await onward.get<Published>(ofDay, ella);
  expect(body.published).toMatchObject({ profile: 'MH_PUBLIC', asOf: day, on: '2026-06-01', by: 'ella.manager' });
  expect(body.published?.figures.map(({ figure }) => figure)).toEqual(['waits', 'destinations', 'gates']);
  const page = await manager.get(`/reports/area?asOf=${day}&profile=MH_PUBLIC`);
  expect(page.body).toContain('As published on 1 Jun 2026');
  expect(page.body).not.toContain('Publish these figures');
  const list = await manager.get('/reports/publications');
  expect(list.body).toContain(`href="/reports/area?asOf=${day}&amp;profile=MH_PUBLIC"`);
  expect(list.body).toContain('Ella');
});

test('REC-12: published, then somebody who counted is forgotten: page, API and file say the same, and so after a rebuild; figures of now say who is missing', async () => {
  let manager = await as('ella.manager');
  const published = `/reports/area?asOf=${day}&profile=MH_PUBLIC`;
  const before = {
    api: (await onward.get<Published>(ofDay, ella)).body.published,
    csv: (await manager.get(file('MH_PUBLIC'))).body,
  };
  expect(gate18(before.csv)?.slice(0, 2)).toEqual(['18th birthday', '5']);
  onward.clock.set('2026-06-02T09:00:00.000Z');
  manager = await as('ella.manager');
  const quiet = (await manager.get(published)).body;
  expect([quiet.includes('As published on 1 Jun 2026'), quiet.includes('Reckoned today')]).toEqual([true, false]);
  expect((await forget(people[0]!)).status).toBe(200);
  await onward.opened.projecting.catchUp();

  const same = async () => {
    const { published: then } = (await onward.get<Published>(ofDay, ella)).body;
    expect(then).toEqual(before.api);
    expect((await manager.get(file('MH_PUBLIC'))).body).toBe(before.csv);
    expect((await manager.get(published)).body).toContain('Reckoned today they would be otherwise');
  };
  await same();
  const { stores, files, foundations } = onward.opened;
  await rebuild(files, { ...stores, clock: foundations.clock, projections }, 'again');
  await same();

  const now = (await manager.get(file('INTERNAL'))).body;
  expect(gate18(now)?.slice(0, 2)).toEqual(['18th birthday', '4']);
  expect(now).toContain('1 person may be missing');
  expect((await manager.get(`/reports/area?asOf=${day}`)).body).toContain('1 person may be missing');
  // The day after nobody was missing any more who would have counted.
  expect((await manager.get('/reports/area')).body).not.toContain('may be missing');
});

test('REC-40: before other eyes the count of the forgotten is as small counts are', async () => {
  const { body } = await onward.get<Published>(ofDay.replace('MH_PUBLIC', 'SOUTHEND_PUBLIC'), ella);
  expect(body).toEqual({ published: null, forgottenSince: '*' });
});
