// An exported history proves itself: whole as it was made, and a changed byte, a missing or an added file is found.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { verifyBundle } from '../src/engine/audit/exports/verify-bundle.js';
import { built } from './kit/built.js';
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';

built();
let onward: TestOnward;
let personId: string;
let bundle: Buffer;

const post = (as: string, headers = {}) =>
  onward.app.inject({
    method: 'POST',
    url: `/api/v1/young-people/${personId}/history/bundle`,
    headers: { authorization: `Bearer demo-${as}`, ...headers },
  });

beforeAll(async () => {
  onward = await startOnward('2026-03-02T09:00:00.000Z');
  const person = { givenName: 'Ivy-May', familyName: 'Made-Up', birthDate: '2013-03-14', sendStatus: 'ehc-plan' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
  const plan = { personId, on: '2025-03-01', authority: '882' };
  const { body } = await onward.post<{ id: string }>('/api/v1/ehc-plans', plan);
  const meeting = { on: '2025-11-10', attended: ['family'], outcomesConsidered: true };
  await onward.post(`/api/v1/ehc-plans/${body.id}/reviews/meeting`, meeting);
  bundle = (await post('farid.auditor')).rawPayload;
});
afterAll(() => onward.close());

type Files = Record<string, Uint8Array>;
const opened = (): Files => unzipSync(bundle);
const textOf = (files: Files, name: string) => strFromU8(files[name] ?? new Uint8Array());
const problemsOf = (files: Files) => verifyBundle(zipSync(files)).problems;
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** As somebody would who knows of the sums: the manifest says what the file is now. */
function withSumOf(files: Files, name: string, text: string): Files {
  const manifest = JSON.parse(textOf(files, 'manifest.json')) as { files: Record<string, string> };
  manifest.files[name] = sum(strToU8(text));
  return { ...files, [name]: strToU8(text), 'manifest.json': strToU8(JSON.stringify(manifest)) };
}

it('holds what it says, whole, without a name or a birth date in any file', () => {
  const files = opened();
  expect(Object.keys(files)).toEqual([
    'README.txt',
    'events.jsonl',
    'state.json',
    'timeline.csv',
    'rules/england-send-2014-v1.json',
    'manifest.json',
  ]);
  expect(verifyBundle(bundle)).toMatchObject({ personId, files: 6, events: 3, withheld: 0, problems: [] });
  for (const name of Object.keys(files)) expect(textOf(files, name)).not.toMatch(/Ivy-May|Made-Up|2013-03-14/);
  expect(textOf(files, 'timeline.csv').split('\r\n')).toHaveLength(5);
  expect(textOf(files, 'state.json')).toMatch(/"meeting": \{\s*"on": "2025-11-10"/);
});

it('holds the events byte for byte as they are stored', async () => {
  const told = textOf(opened(), 'events.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { data: string; metadata: string });
  const stored: string[] = [];
  for await (const page of onward.opened.stores.store.readAll())
    for (const event of page)
      if (/^(youngPerson|ehcPlan)-/.test(event.stream)) stored.push(event.data + event.metadata);
  expect(told.map(({ data, metadata }) => data + metadata).sort()).toEqual(stored.sort());
});

it('finds any changed byte of any file', () => {
  const files = opened();
  const names = Object.keys(files).filter((name) => name !== 'manifest.json');
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 255 }), (name, at, by) => {
      const bytes = Uint8Array.from(files[name]!);
      const place = at % bytes.length;
      bytes[place] = bytes[place]! ^ by;
      expect(problemsOf({ ...files, [name]: bytes })).toContain(`${name}: was altered, its SHA-256 is another one`);
    }),
    { numRuns: 60 },
  );
});

it('finds an altered, a removed and a withheld-looking event even when the sums were made anew', () => {
  const files = opened();
  const events = textOf(files, 'events.jsonl');
  const altered = withSumOf(files, 'events.jsonl', events.replaceAll('2025-11-10', '2025-11-11'));
  expect(problemsOf(altered)).toEqual([expect.stringMatching(/entry 1: is not what was recorded/)]);
  const cut = withSumOf(files, 'events.jsonl', events.split('\n').slice(0, 1).join('\n'));
  expect(problemsOf(cut).length).toBeGreaterThan(0);
  expect(problemsOf(withSumOf(files, 'events.jsonl', `${events}no event\n`))).toEqual([
    'events.jsonl: a line is no event',
  ]);
});

it('finds a missing file and one that does not belong there; refuses what is no bundle', () => {
  const { 'state.json': _, ...without } = opened();
  expect(problemsOf(without)).toEqual(['state.json: is missing']);
  expect(problemsOf({ ...opened(), 'more.txt': strToU8('x') })).toEqual(['more.txt: does not belong to the bundle']);
  expect(() => verifyBundle(strToU8('no zip'))).toThrow('no zip');
  expect(() => verifyBundle(zipSync({ 'a.txt': strToU8('a') }))).toThrow('manifest.json');
});

it('REC-20: the export is recorded with its digest; it is for auditors; the same request again takes the same', async () => {
  const before = await onward.get<{ items: object[] }>(`/api/v1/young-people/${personId}/history/exports`, {
    as: 'farid.auditor',
  });
  expect(before.body.items).toMatchObject([
    { actor: { id: 'farid.auditor' }, records: 2, entries: 3, digest: verifyBundle(bundle).digest },
  ]);
  for (const as of ['asha.caseworker', 'ella.manager']) expect((await post(as)).statusCode).toBe(403);
  const again = { 'idempotency-key': 'once' };
  expect((await post('farid.auditor', again)).statusCode).toBe(200);
  expect((await post('farid.auditor', again)).statusCode).toBe(200);
  const after = await onward.get<{ items: object[] }>(`/api/v1/young-people/${personId}/history/exports`, {
    as: 'ella.manager',
  });
  expect(after.body.items).toHaveLength(2);
});

it('REC-05: a forgotten person’s history can still be taken away and proved', async () => {
  await onward.opened.stores.keys.destroy(personId);
  expect(verifyBundle((await post('farid.auditor')).rawPayload).problems).toEqual([]);
});

it('`onward bundle verify` needs the file alone, and ends with status 1 when a byte was changed', () => {
  const verify = (bytes: Uint8Array) => {
    const folder = temporaryData();
    writeFileSync(join(folder, 'bundle.zip'), bytes);
    return spawnSync(process.execPath, ['bin/onward.js', 'bundle', 'verify', join(folder, 'bundle.zip')], {
      encoding: 'utf8',
      env: { ...process.env, ONWARD_DATA: '/nowhere' },
    });
  };
  const whole = verify(bundle);
  expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining('Every sum and every hash is right.')]);
  const bytes = Uint8Array.from(opened()['events.jsonl']!);
  bytes[10] = bytes[10]! ^ 1;
  const altered = verify(zipSync({ ...opened(), 'events.jsonl': bytes }));
  expect([altered.status, altered.stdout]).toEqual([1, expect.stringContaining('events.jsonl: was altered')]);
});
