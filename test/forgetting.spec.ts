// Forgetting a person: everything personal of theirs is gone everywhere, of nobody else, and the history stays whole (REC-12).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../src/apps/cases.js';
import { verifyStreams } from '../src/store/verify-chain.js';
import { rebuild } from '../src/engine/processing/rebuild.js';
import { openForProjecting } from '../src/engine/processing/read-models.js';
import { replayOf } from './kit/agreement.js';
import { startOnward, type TestOnward } from './kit/onward.js';

interface Recorded {
  readonly id: string;
  readonly stream: string;
}

const decided = { ground: 'erasure-granted', decision: 'RM-2026-0017' };
const grant = { ...decided, openCases: 'stop-with-it' };
const auditor = { as: 'farid.auditor' };
const recordsManager = { as: 'gita.records' };

let onward: TestOnward;
beforeAll(async () => (onward = await startOnward('2026-06-01T09:00:00.000Z')));
afterAll(() => onward.close());

async function post(url: string, body: object, as = 'ben.clinician'): Promise<Recorded> {
  const answer = await onward.post<Recorded>(`/api/v1/${url}`, body, { as });
  expect({ url, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body;
}

/** A person with something in every list. Every personal value carries the word, the number or the birth date. */
async function whole(word: string, nhsNumber: string, birthDate: string, postcode = 'SS1 1AA') {
  const details = { givenName: `${word}-given`, familyName: `${word}-family`, birthDate, postcode };
  const identifiers = [{ kind: 'nhs-number', value: nhsNumber }];
  const { id: personId } = await post('young-people', { ...details, identifiers });
  const contact = {
    name: `${word}-mother`,
    relationship: 'mother',
    parentalResponsibility: 'yes',
    mayBeContacted: true,
  };
  await post(`young-people/${personId}/contacts`, contact);
  await post(`young-people/${personId}/communication-needs`, { notes: `${word}-needs` });
  const worker = {
    role: 'named-worker',
    workerId: 'ben.clinician',
    organisation: 'estuary-camhs',
    name: `${word}-worker`,
  };
  await post(`young-people/${personId}/named-workers`, worker);
  const plan = await post('ehc-plans', { personId, on: '2025-05-12' }, 'asha.caseworker');
  const opening = { on: '2025-11-03', referredOn: '2025-11-03', team: 'estuary-camhs', variant: 'A', personId };
  const transition = await post('transitions', opening);
  const referral = {
    personId,
    pathway: 'CHS',
    service: 'physiotherapy',
    receivedOn: '2026-01-12',
    reason: `${word}-reason`,
  };
  const wait = await post('waits', referral);
  return { personId, streams: [`youngPerson-${personId}`, plan.stream, transition.stream, wait.stream] };
}

/** Every row of every table, without what only says how far a projection has come. */
function rowsOf(file: string): string[] {
  const db = openForProjecting(file);
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  const found = tables
    .filter(({ name }) => !['checkpoint', 'read_model', 'deadline_rule'].includes(name) && !name.startsWith('sqlite_'))
    .flatMap(({ name }) =>
      db.all(`SELECT * FROM ${name}`).map((row) => `${name} ${JSON.stringify({ ...row, rule_id: 0 })}`),
    );
  db.database.close();
  return found.sort();
}
/** The files of a folder that hold these bytes. */
const namesIn = (folder: string, value: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(value));
const current = () => onward.opened.files.current() ?? '';

describe('a person who is forgotten', () => {
  let ada: Awaited<ReturnType<typeof whole>>;
  let ben: Awaited<ReturnType<typeof whole>>;
  let before: string[];
  beforeAll(async () => {
    ada = await whole('adaqq', '9990000018', '2008-10-15', 'SS9 7QZ');
    ben = await whole('benqq', '9990000026', '2008-11-16');
    before = rowsOf(current());
    expect(before.join()).toMatch(/adaqq/);
    // The file that was in use before shows her, and so does what was written since and is not in the file yet.
    const { stores, files, foundations } = onward.opened;
    await rebuild(files, { ...stores, clock: foundations.clock, projections }, 'before');
    await post(`young-people/${ada.personId}/communication-needs`, { notes: 'adaqq-later' });
    expect(namesIn(onward.settings.data, 'adaqq').length).toBeGreaterThan(1);
    const { status, body } = await onward.post(
      `/api/v1/young-people/${ada.personId}/forgetting`,
      grant,
      recordsManager,
    );
    expect({ status, body }).toMatchObject({ status: 200 });
  });

  it('is in no row of any list, with nothing that followed from the birth date', () => {
    const rows = rowsOf(current()).join('\n');
    for (const value of ['adaqq', '9990000018', '2008-10-15', '2026-10-15', '2026-04-15'])
      expect(rows).not.toContain(value);
  });

  it('takes nothing of anybody else along (trap 10)', () => {
    const ofBen = (rows: readonly string[]) =>
      rows.filter((row) => /benqq|2008-11-16/.test(row) || row.includes(ben.personId));
    expect(ofBen(rowsOf(current()))).toEqual(ofBen(before));
    expect(ofBen(before).length).toBeGreaterThan(20);
  });

  it('leaves the lists as a rebuild would make them', async () => {
    const { stores, files, foundations } = onward.opened;
    const now = rowsOf(current());
    await rebuild(files, { ...stores, clock: foundations.clock, projections }, 'again');
    expect(rowsOf(current())).toEqual(now);
  });

  it('REC-12: is in no byte of any file of the data folder: lists, their logs, the lists before, keys, views, whatever lies there', () => {
    for (const value of ['adaqq', 'ADAQQ', '9990000018', '999 000 0018', '2008-10-15', 'SS9 7QZ', 'SS97QZ'])
      expect([value, namesIn(onward.settings.data, value)]).toEqual([value, []]);
    expect(namesIn(onward.settings.data, 'benqq').length).toBeGreaterThan(0);
  });

  it('REC-12: the number is free as if nobody had had it: it can be registered again, and no answer tells of who was forgotten', async () => {
    const person = { givenName: 'New', familyName: 'Comer', birthDate: '2009-01-02' };
    const again = { ...person, identifiers: [{ kind: 'nhs-number', value: '999 000 0018' }] };
    const registered = await onward.post<Recorded>('/api/v1/young-people', again, { as: 'ben.clinician' });
    expect([registered.status, JSON.stringify(registered.body).includes(ada.personId)]).toEqual([200, false]);
    const twice = await onward.post('/api/v1/young-people', again, { as: 'ben.clinician' });
    expect(twice).toMatchObject({ status: 409, body: { personId: registered.body.id } });
    const history = `/api/v1/young-people/${ada.personId}/history`;
    expect(JSON.stringify(await onward.get(history, auditor))).not.toContain(registered.body.id);
    expect(
      JSON.stringify(await onward.get(`/api/v1/young-people/${registered.body.id}/history`, auditor)),
    ).not.toContain(ada.personId);
  });

  it('still replays in every case, and every page still renders', async () => {
    for (const stream of ada.streams)
      expect((await replayOf(onward, stream, 'asOf=2026-06-01')).events).toBeGreaterThan(0);
    const history = await onward.get<{ items: { personalFields: string }[] }>(
      `/api/v1/young-people/${ada.personId}/history`,
      auditor,
    );
    expect(new Set(history.body.items.map(({ personalFields }) => personalFields))).toEqual(
      new Set(['destroyed', 'none']),
    );
    const person = await onward.get(`/api/v1/young-people/${ada.personId}`, auditor);
    expect(person).toMatchObject({ status: 200, body: { personalDataDestroyed: true } });
    for (const [url, as] of [
      ['transitions', 'ben.clinician'],
      ['waits', 'ben.clinician'],
      [`ehc-plans/${ada.streams[1]?.slice('ehcPlan-'.length) ?? ''}`, 'asha.caseworker'],
      ['worklist', 'ella.manager'],
      [`waits/${ada.streams[3]?.slice('wait-'.length) ?? ''}`, 'ben.clinician'],
      [`transitions/${ada.streams[2]?.slice('transition-'.length) ?? ''}`, 'ben.clinician'],
    ] as const)
      expect([url, (await onward.get(`/api/v1/${url}`, { as })).status]).toEqual([url, 200]);
    const { body } = await onward.get<{ items: { personId: string }[] }>('/api/v1/worklist?limit=100', {
      as: 'ella.manager',
    });
    expect(new Set(body.items.map(({ personId }) => personId))).toEqual(new Set([ben.personId]));
  });

  it('leaves a chain whose every hash is right, and one fact that says who decided it and why', async () => {
    const { problems, streams } = await verifyStreams(onward.opened.stores.store);
    expect([problems, streams > 8]).toEqual([[], true]);
    const { items } = (
      await onward.get<{ items: { type: string; actor: object; data: object }[] }>(
        `/api/v1/young-people/${ada.personId}/history`,
        auditor,
      )
    ).body;
    expect(items.filter(({ type }) => type === 'YoungPersonForgotten')).toMatchObject([
      { actor: { id: 'gita.records' }, data: decided },
    ]);
  });

  it('gets no further fact, and is forgotten once', async () => {
    const more = await onward.post(`/api/v1/young-people/${ada.personId}/send-status`, { status: 'ehc-plan' });
    expect(more.body).toMatchObject({ type: 'urn:onward:problem:personal-data-destroyed' });
    const again = await onward.post(`/api/v1/young-people/${ada.personId}/forgetting`, grant, recordsManager);
    expect(again).toMatchObject({ status: 200, body: { events: [] } });
  });
});

describe('forgetting is refused', () => {
  it('REC-05: while cases are open and nobody has said that they stop with the record, and nothing is recorded then', async () => {
    const { personId } = await whole('dorisqq', '9990000042', '2009-02-20');
    const path = `/api/v1/young-people/${personId}/forgetting`;
    const { status, body } = await onward.post(path, decided, recordsManager);
    expect({ status, ...body }).toMatchObject({ status: 422, rule: 'REC-05', errors: [{ field: 'openCases' }] });
    expect(body['detail']).toContain('ehc, transition, waiting');
    expect((await onward.get(`/api/v1/young-people/${personId}`)).body).toMatchObject({ familyName: 'dorisqq-family' });
  });

  it('REC-03: while a rule keeps the record, with the day', async () => {
    const { personId } = await whole('chrisqq', '9990000034', '2009-01-20');
    const ended = { ground: 'retention-ended', decision: 'RM-2026-0018' };
    const { status, body } = await onward.post(`/api/v1/young-people/${personId}/forgetting`, ended, recordsManager);
    expect({ status, ...body }).toMatchObject({ status: 422, rule: 'REC-03' });
    expect(body['detail']).toContain('12 Jan 2046');
    const wordy = { ...ended, decision: 'the mother of Chris asked' };
    expect((await onward.post(`/api/v1/young-people/${personId}/forgetting`, wordy, recordsManager)).status).toBe(400);
  });

  it('REC-03: also on the last day, and not on the day after', async () => {
    const last = '2026-06-01'; // 31 years from birth (REC-04)
    const details = { givenName: 'elaqq', familyName: 'elaqq', birthDate: '1995-06-01' };
    const { id: personId } = await post('young-people', details);
    await post('ehc-plans', { personId, on: '2015-05-12' }, 'asha.caseworker');
    const path = `/api/v1/young-people/${personId}`;
    const ended = { ground: 'retention-ended', decision: 'RM-2026-0019', openCases: 'stop-with-it' };
    expect((await onward.get(`${path}/retention`, recordsManager)).body).toMatchObject({
      keptUntil: { until: last },
      ended: false,
    });
    const early = await onward.post(`${path}/forgetting`, ended, recordsManager);
    expect({ status: early.status, ...early.body }).toMatchObject({ status: 422, rule: 'REC-03' });
    onward.clock.set('2026-06-02T09:00:00.000Z');
    try {
      expect((await onward.get(`${path}/retention`, recordsManager)).body).toMatchObject({ ended: true });
      expect((await onward.post(`${path}/forgetting`, ended, recordsManager)).status).toBe(200);
    } finally {
      onward.clock.set('2026-06-01T09:00:00.000Z');
    }
  });

  it('to whoever holds the case, and for nobody', async () => {
    const path = '/api/v1/young-people/nobody/forgetting';
    for (const as of ['ella.manager', 'farid.auditor', 'ben.clinician'])
      expect([as, (await onward.post(path, grant, { as })).status]).toEqual([as, 403]);
    expect((await onward.post(path, grant, recordsManager)).status).toBe(404);
  });
});
