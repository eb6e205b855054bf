// REC-23: whoever registers by hand is told who on record may be the same, and decides; nothing is registered before.
import { startOnward, type TestOnward } from './kit/onward.js';

const people = '/api/v1/young-people';
const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2010-03-08' };
const number = (value: string) => ({ identifiers: [{ kind: 'nhs-number', value }] });

interface Body {
  readonly id: string;
  readonly rule?: string;
  readonly near?: string;
  readonly model?: number;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
}

let onward: TestOnward;
let adaId: string;
const register = async (body: object, headers = {}) => {
  const answer = await onward.post<Body>(people, body, { headers });
  await onward.opened.projecting.catchUp();
  return answer;
};
const found = async () => {
  const { body } = await onward.get<{ items: readonly unknown[] }>(`${people}?name=Example`);
  return body.items.length;
};

beforeEach(async () => {
  onward = await startOnward();
  adaId = (await register({ ...ada, ...number('9990000018') })).body.id;
});
afterEach(() => onward.close());

it.each<[string, object]>([
  ['the same names and birth date', ada],
  ['the same, under another number', { ...ada, ...number('9990000026') }],
  ['a name nearly the same', { ...ada, givenName: 'Adah' }],
  ['day and month of birth swapped', { ...ada, birthDate: '2010-08-03' }],
  ['the names swapped', { ...ada, givenName: 'Example', familyName: 'Ada' }],
])('REC-23: %s: who it may be is told with the bill, and nobody is registered', async (_, asked) => {
  const { status, body } = await register({ ...asked, notTheSameAs: [] });
  expect(status).toBe(422);
  expect(body).toMatchObject({ rule: 'REC-23', near: adaId, model: 1 });
  expect(body.errors?.[0]?.problem).toMatch(new RegExp(`does not name ${adaId}: .*; in all \\+\\d`));
  expect(JSON.stringify(body)).not.toMatch(/Ada|Example|2010|999/);
  expect(await found()).toBe(1);
});

it('REC-23: whoever says that it is somebody else registers them, and is answered the same again', async () => {
  const headers = { 'idempotency-key': 'another-ada' };
  const said = { ...ada, ...number('9990000026'), notTheSameAs: [adaId] };
  const first = await register(said, headers);
  expect(first.status).toBe(200);
  await register({ ...ada, notTheSameAs: [adaId, first.body.id] });
  expect(await found()).toBe(3);
  expect((await register(said, headers)).body).toEqual(first.body);
  expect(await found()).toBe(3);
});

it.each<[string, object]>([
  ['a twin with a number', { ...ada, givenName: 'Zachary', ...number('9990000026') }],
  ['a stranger', { ...ada, familyName: 'Sample', birthDate: '2012-11-21' }],
])('REC-23: %s is registered without a question', async (_, asked) => {
  expect((await register({ ...asked, notTheSameAs: [] })).status).toBe(200);
});

it('REC-34: whose number it is, is answered as ever', async () => {
  const { status, body } = await register({ ...ada, ...number('9990000018'), notTheSameAs: [] });
  expect([status, body.rule]).toEqual([409, 'REC-34']);
});
