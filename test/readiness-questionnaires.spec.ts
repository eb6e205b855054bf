// The questionnaires of Ready Steady Go as their pages, the API and the command line give them (RSG-05, RSG-06, RSG-14).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadQuestionnaireFile } from '../src/apps/loading/load-questionnaire-file.js';
import { checkAnswers, sideBySide } from '../src/cases/readiness/domain/questionnaires/answers.js';
import { newestQuestionnaire, questionnaire } from '../src/cases/readiness/questionnaires/known-questionnaires.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { jarOf, secretsIn, visitorsOf } from './kit/visitor.js';

let onward: TestOnward;
const folder = mkdtempSync(join(tmpdir(), 'onward-questionnaire-'));
beforeAll(async () => (onward = await startOnward('2026-09-01T09:00:00.000Z')));
afterAll(async () => {
  await onward.close();
  rmSync(folder, { recursive: true, force: true });
});
const { get, send, signedIn } = visitorsOf(() => onward);

const text = (id: string, ...items: readonly string[]) => ({
  id,
  title: `The ${id} of a made-up clinic`,
  source: 'A made-up hospital',
  licence: 'A made-up licence',
  sections: [{ id: 'knowledge', title: 'Knowledge', items: items.map((item) => ({ id: item, label: `On ${item}` })) }],
});
const api = '/api/v1/readiness/questionnaires';
const load = (file: object, as = 'ella.manager') => onward.post(api, { file: JSON.stringify(file) }, { as });

it('RSG-06: a nurse reads the sheets that ship, each with its number of questions; a SEND caseworker none', async () => {
  const list = await get('/readiness/questionnaires', await signedIn('dev.nurse'));
  expect([list.statusCode, list.body.includes('Questionnaires and their versions')]).toEqual([200, true]);
  const { body } = await onward.get<{ items: object[] }>(api, { as: 'dev.nurse' });
  expect(body.items).toHaveLength(5);
  expect(body.items).toContainEqual(expect.objectContaining({ id: 'steady', version: 1, items: 17, newest: true }));
  expect((await get('/readiness/questionnaires', await signedIn('asha.caseworker'))).statusCode).toBe(403);
  expect((await get('/readiness/questionnaires/steady/2', await signedIn('dev.nurse'))).statusCode).toBe(404);
  expect((await get('/readiness/questionnaires/letters/1', await signedIn('dev.nurse'))).statusCode).toBe(404);
});

it('RSG-05: one text is loaded and answered, the next one loaded: both are read, each answer with its own', async () => {
  expect((await load(text('go', 'eating', 'own-topic'))).status).toBe(200);
  const { journal } = onward.opened.foundations;
  const first = await newestQuestionnaire(journal, 'go');
  const answers = checkAnswers(first, { 'own-topic': { answer: 'help', comment: 'Please' } });
  expect((await load(text('go', 'eating', 'other-topic'))).status).toBe(200);
  const second = await newestQuestionnaire(journal, 'go');
  expect([first.version, second.version]).toEqual([101, 102]);
  const then = await questionnaire(journal, 'go', 101);
  expect(sideBySide({ questionnaire: then, answers }, undefined)[1]).toMatchObject({
    label: 'On own-topic',
    youngPerson: { answer: 'help', comment: 'Please' },
  });
  expect(() => checkAnswers(second, answers)).toThrow('belong to other questions');
  const { body } = await onward.get<{ items: { id: string; version: number; newest: boolean }[] }>(api, {
    as: 'farid.auditor',
  });
  const ofGo = body.items.filter(({ id }) => id === 'go').map(({ version, newest }) => [version, newest]);
  expect(ofGo).toEqual([
    [1, false],
    [101, false],
    [102, true],
  ]);
});

it('RSG-14: who runs the programme loads; an auditor, a caseworker and a clinician do not', async () => {
  for (const as of ['farid.auditor', 'asha.caseworker', 'ben.clinician'])
    expect((await load(text('hello', 'eating'), as)).status).toBe(403);
  expect((await get('/readiness/questionnaires', await signedIn('farid.auditor'))).body).not.toContain(
    '/readiness/load-questionnaire',
  );
  expect((await get('/readiness/load-questionnaire', await signedIn('farid.auditor'))).statusCode).toBe(403);
});

it('RSG-06: what a file has wrong stands above the page with everything that was pasted; nothing of it is kept', async () => {
  const dev = await signedIn('dev.nurse');
  const form = await get('/readiness/load-questionnaire', dev);
  const secrets = secretsIn(form.body);
  const wrong = { ...text('steady', 'eating'), licence: '' };
  const refused = await send('/readiness/load-questionnaire', [...secrets, ['file', JSON.stringify(wrong)]], dev);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('licence: must not be empty');
  expect(refused.body).toContain('The steady of a made-up clinic');
  const { journal } = onward.opened.foundations;
  expect((await newestQuestionnaire(journal, 'steady')).version).toBe(1);
  const right = JSON.stringify(text('steady', 'eating'), null, 2);
  const loaded = await send('/readiness/load-questionnaire', [...secrets, ['file', right]], dev);
  expect(loaded.statusCode).toBe(303);
  await onward.opened.projecting.catchUp();
  const list = await get(String(loaded.headers.location), { ...dev, ...jarOf(loaded.headers) });
  expect(list.body).toContain('The steady of a made-up clinic');
  const file = await get('/readiness/questionnaires/steady/101/file.json', dev);
  expect(JSON.parse(file.body)).toEqual(text('steady', 'eating'));
  expect(file.headers['content-disposition']).toContain('onward-questionnaire-steady.json');
});

it('RSG-14: the command line loads a file once, says which version it is, and tells what is wrong by its line', async () => {
  const path = join(folder, 'getting-ready.json');
  writeFileSync(path, JSON.stringify(text('getting-ready', 'eating')));
  const first = await loadQuestionnaireFile(onward.opened, path);
  expect(first).toEqual({ title: 'The getting-ready of a made-up clinic', version: 101, added: true });
  expect(await loadQuestionnaireFile(onward.opened, path)).toEqual({ ...first, added: false });
  writeFileSync(path, '{\n  "id": getting-ready\n}');
  await expect(loadQuestionnaireFile(onward.opened, path)).rejects.toThrow('is not JSON from line 2 on');
  await expect(loadQuestionnaireFile(onward.opened, join(folder, 'none.json'))).rejects.toThrow('There is no file');
});
