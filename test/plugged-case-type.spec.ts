// A kind of case that Onward has never heard of is plugged in from the test folder, and is on every list that there is.
import { strFromU8, unzipSync } from 'fflate';
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';
import { wholeOf } from '../src/apps/cases.js';
import { followUpsOf } from '../src/apps/ops/follow-ups.js';
import { Dispatcher } from '../src/engine/access/dispatcher.js';
import { speechTherapy } from './plugged/speech-therapy.js';

const ben = { as: 'ben.clinician' };
let onward: TestOnward;
let personId: string;
let caseId: string;

async function post(url: string, body: object, as = ben.as) {
  const answer = await onward.post<{ id: string }>(`/api/v1/${url}`, body, { as });
  expect({ url, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body.id;
}
const page = async (url: string, as = ben.as) => {
  const headers = { accept: 'text/html', authorization: `Bearer demo-${as}` };
  const { statusCode, body } = await onward.app.inject({ method: 'GET', url, headers });
  expect({ url, statusCode }).toEqual({ url, statusCode: 200 });
  return body;
};
const items = async (url: string, as = ben.as) =>
  (await onward.get<{ items: readonly Record<string, unknown>[] }>(url, { as })).body.items;

beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z', temporaryData(), {}, [speechTherapy]);
  const person = { givenName: 'Ivy', familyName: 'Made-Up', birthDate: '2013-03-14' };
  personId = await post('young-people', person);
  caseId = await post('speech-therapy', { personId, on: '2026-05-11', why: 'Speaks little' });
  const worker = { role: 'care-co-ordinator', workerId: 'ben.clinician', name: 'Ben', on: '2026-05-01' };
  await post(`young-people/${personId}/named-workers`, worker);
});
afterAll(() => onward.close());

const title = 'See the child within four weeks of the referral';

test('its deadline is on the worklist, due four weeks after the referral, the day before, on the day and after it', async () => {
  const [row] = await items(`/api/v1/worklist?pathway=speech&personId=${personId}`);
  expect(row).toMatchObject({ caseId, rule: 'SALT-1', dueOn: '2026-06-08', pathway: 'speech' });
  const status = async (day: string) =>
    (await items(`/api/v1/worklist?personId=${personId}&asOf=${day}`))[0]?.['status'];
  expect([await status('2026-06-07'), await status('2026-06-08'), await status('2026-06-09')]).toEqual([
    'due',
    'due',
    'absent',
  ]);
});

test('whoever sees other pathways only does not see it', async () => {
  const theirs = await items('/api/v1/worklist', 'asha.caseworker');
  expect(theirs.filter((row) => row['caseId'] === caseId)).toEqual([]);
  const refused = await onward.get('/api/v1/worklist?pathway=speech', { as: 'asha.caseworker' });
  expect(refused.status).toBe(403);
  const filters = [...(await page('/worklist', 'asha.caseworker')).matchAll(/pathway=(\w+)/g)].map(([, word]) => word);
  expect([...new Set(filters)]).toEqual(['ehc']);
});

test('it is on home, on the worklist page with a filter of its own, and on the page of the person with its case', async () => {
  expect(await page('/')).toContain(title);
  const worklist = await page('/worklist');
  expect(worklist).toContain(title);
  expect(worklist).toContain('pathway=speech');
  const person = await page(`/people/${personId}`);
  expect(person).toContain(title);
  expect(person).toContain('Speech therapy');
});

test('it stands in the navigation of whoever may do something there, and of nobody else', async () => {
  expect(await page('/')).toContain('href="/worklist?pathway=speech"');
  expect(await page('/', 'asha.caseworker')).not.toContain('href="/worklist?pathway=speech"');
});

test('its link to begin a case stands on the page of a person, for whoever may', async () => {
  const link = 'href="/speech-therapy/refer"';
  expect(await page(`/people/${personId}`)).toContain(link);
  expect(await page(`/people/${personId}`, 'asha.caseworker')).not.toContain(link);
});

test('the timeline and the history tell of it; the date explains itself; the auditor replays it', async () => {
  expect(await page(`/people/${personId}`)).toContain('Speech therapy referred');
  const history = await items(`/api/v1/young-people/${personId}/history`);
  expect(history.map((event) => event['type'])).toContain('SpeechTherapyReferred');
  const why = await onward.get(`/api/v1/deadlines/speech/${caseId}?key=seen&subjectId=${caseId}`, ben);
  expect(why.body).toMatchObject({ rule: 'SALT-1', dueOn: '2026-06-08' });
  const then = await onward.get(`/api/v1/cases/speechTherapy-${caseId}/state`, { as: 'farid.auditor' });
  expect(then.body).toMatchObject({ deadlines: [{ rule: 'SALT-1' }] });
});

test('its use cases stand in the document of the API, and its pathway among those that may be asked for', async () => {
  const { body } = await onward.get<{ paths: Record<string, { get?: { parameters: object[] } }> }>('/api/openapi.json');
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining(['/api/v1/speech-therapy', '/api/v1/speech-therapy/{caseId}/seen']),
  );
  expect(JSON.stringify(body.paths['/api/v1/worklist'])).toContain('"speech"');
});

test('its rules refuse, with their ID', async () => {
  await post(`speech-therapy/${caseId}/seen`, { on: '2026-05-20' });
  const again = await onward.post(`/api/v1/speech-therapy/${caseId}/seen`, { on: '2026-05-21' }, ben);
  expect([again.status, again.body]).toMatchObject([422, { rule: 'SALT-1' }]);
  expect(await items(`/api/v1/worklist?pathway=speech&personId=${personId}`)).toEqual([]);
});

test('it is in the calendar of whoever holds the child, without a name', async () => {
  const { path } = (await onward.post<{ path: string }>('/api/v1/calendar-feed', {}, ben)).body;
  const second = await post('young-people', { givenName: 'Ada', familyName: 'Made-Up', birthDate: '2014-03-14' });
  const worker = { role: 'care-co-ordinator', workerId: 'ben.clinician', name: 'Ben', on: '2026-05-01' };
  await post(`young-people/${second}/named-workers`, worker);
  await post('speech-therapy', { personId: second, on: '2026-05-11', why: 'Speaks little' });
  const { body } = await onward.app.inject({ method: 'GET', url: path });
  expect(body.replaceAll(/\r\n[ \t]/g, '')).toContain(`SUMMARY:${title} (SALT-1)`);
  expect(body).not.toContain('Made-Up');
});

test('a kind of task that it brings is opened, has its date from the rule pack beside it, and is asked for by its name', async () => {
  const { managers } = followUpsOf(onward.opened, onward.app.get(Dispatcher));
  await managers.introduce();
  const third = await post('young-people', { givenName: 'Una', familyName: 'Made-Up', birthDate: '2014-03-14' });
  const unseen = await post('speech-therapy', { personId: third, on: '2026-05-11', why: 'Speaks little' });
  await post(`speech-therapy/${unseen}/closed`, { on: '2026-05-30' });
  await managers.catchUp();
  await onward.opened.projecting.catchUp();
  expect(await items(`/api/v1/tasks?kind=speech-never-seen`)).toMatchObject([
    { caseId: unseen, rule: 'SALT-2', title: 'Ask the family how the child is', dueOn: '2026-06-04' },
  ]);
  expect(await page('/tasks')).toContain('Ask the family how the child is');
  const unknown = await onward.get('/api/v1/tasks?kind=never-heard-of', ben);
  expect(unknown.status).toBe(400);
});

describe('of a child who dies', () => {
  let child: string;
  let open: string;
  beforeAll(async () => {
    child = await post('young-people', { givenName: 'Remembered', familyName: 'Made-Up', birthDate: '2012-03-14' });
    open = await post('speech-therapy', { personId: child, on: '2026-05-11', why: 'Speaks-very-little' });
    await post(`young-people/${child}/death`, { on: '2026-05-30' });
  });

  test('the case is among those that somebody must end, for who sees its pathway and nobody else', async () => {
    expect(await items('/api/v1/departed')).toMatchObject([{ personId: child, pathway: 'speech', caseId: open }]);
    expect(await items('/api/v1/departed', 'asha.caseworker')).toEqual([]);
    expect(await items(`/api/v1/worklist?personId=${child}`)).toEqual([]);
  });

  test('REC-05: it stands in the way of forgetting until it is ended, and is kept as long as a health record', async () => {
    const records = { as: 'gita.records' };
    const kept = (await onward.get<Record<string, unknown>>(`/api/v1/young-people/${child}/retention`, records)).body;
    expect(JSON.stringify(kept)).toContain('"pathway":"speech"');
    expect(JSON.stringify(kept)).toContain('{"rule":"REC-01","until":"2037-03-14"}');
    const decided = { ground: 'erasure-granted', decision: 'RM-2026-0017' };
    const refused = await onward.post(`/api/v1/young-people/${child}/forgetting`, decided, records);
    expect([refused.status, refused.body]).toMatchObject([422, { rule: 'REC-05' }]);
    await post(`speech-therapy/${open}/closed`, {});
    const taken = await onward.app.inject({
      method: 'POST',
      url: `/api/v1/young-people/${child}/history/bundle`,
      headers: { authorization: 'Bearer demo-farid.auditor' },
    });
    const files = Object.values(unzipSync(taken.rawPayload)).map((bytes) => strFromU8(bytes));
    expect(files.join('\n')).toContain(`speechTherapy-${open}`);
    const done = await onward.post(`/api/v1/young-people/${child}/forgetting`, decided, records);
    expect(done.status).toBe(200);
    const rows = onward.opened.foundations.readSide.db.all('SELECT * FROM speech_therapy WHERE person_id = ?', child);
    expect(JSON.stringify(rows)).not.toContain('Speaks-very-little');
    const state = await onward.get(`/api/v1/cases/speechTherapy-${open}/state`, { as: 'farid.auditor' });
    expect(JSON.stringify(state.body)).not.toContain('Speaks-very-little');
  });
});

test('a kind of case that nobody could list is refused at the start', () => {
  const put =
    (...cases: Parameters<typeof wholeOf>[0]) =>
    () =>
      wholeOf(cases);
  expect(put(speechTherapy, speechTherapy)).toThrow('same category');
  const words = speechTherapy.cases.map((each) => ({ ...each, of: { ...each.of!, pathway: 'two words' } }));
  expect(put({ ...speechTherapy, cases: words })).toThrow('letters alone');
  const lost = speechTherapy.cases.map((each) => ({ ...each, of: undefined }));
  expect(put({ ...speechTherapy, cases: lost })).toThrow('no kind of case has: speech');
});
