// A server of events that did not answer, as whoever recorded something meets it: nobody is told that it was not recorded, and nothing is there twice.
import { EventStoreDbDouble } from './doubles/eventstoredb/double.js';
import { accessDenied, type Fate } from './doubles/eventstoredb/faults.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { secretsIn, visitorsOf } from './kit/visitor.js';

jest.setTimeout(120_000);

const key = Buffer.alloc(32, 3).toString('base64');
const people = '/api/v1/young-people';
const contains = (words: string) => expect.stringContaining(words) as string;

describe('an append of which nobody knows', () => {
  let double: EventStoreDbDouble;
  let onward: TestOnward;
  const visitors = visitorsOf(() => onward);
  beforeAll(async () => {
    double = await EventStoreDbDouble.start();
    onward = await startOnward(undefined, undefined, { eventStore: 'eventstoredb', eventStoreUrl: double.url, key });
  });
  afterAll(async () => {
    await onward.close();
    double.stop();
  });

  const person = (value: string) => ({
    givenName: 'Ada',
    familyName: 'Example',
    birthDate: '2016-03-04',
    identifiers: [{ kind: 'nhs-number', value }],
  });
  const register = (value: string, id: string) =>
    onward.post<{ id: string; detail: string; recorded: string }>(people, person(value), {
      headers: { 'idempotency-key': id },
    });
  /** Of the appends of a registration: the key, the claim of the number, the person. */
  const meet = (...fates: readonly Fate[]) => double.faults.fates.push(...fates.map((fate) => ({ fate })));
  const registrations = () => double.log.all.filter(({ type }) => type === 'YoungPersonRegistered').length;

  it.each<[string, Fate, string]>([
    ['and was written', 'written, and the connection breaks', '9990000018'],
    ['and arrives later', 'nothing is said, and it arrives late', '9990000026'],
  ])('%s: the answer says so, the number stays claimed, and the same again finishes it once', async (_, fate, nhs) => {
    const before = registrations();
    meet('written', 'written', fate, 'denied');
    const unclear = await register(nhs, `first-${nhs}`);
    expect(unclear).toMatchObject({
      status: 503,
      body: { detail: contains('it is not known whether this was recorded'), recorded: 'not known' },
    });
    expect((await register(nhs, `other-${nhs}`)).status).toBe(409);
    double.faults.arriveLate();
    const again = await register(nhs, `first-${nhs}`);
    expect(again.status).toBe(200);
    expect(registrations() - before).toBe(1);
  });

  it('that surely did not happen says so, and the number is free for the next', async () => {
    const before = registrations();
    meet('written', 'written', 'denied');
    const refused = await register('9990000034', 'refused');
    expect(refused).toMatchObject({ status: 503, body: { detail: contains('It was not recorded.'), recorded: 'no' } });
    expect((await register('9990000034', 'next')).status).toBe(200);
    expect(registrations() - before).toBe(1);
  });

  it('of which the history could not be read says so too, to whoever sent the form', async () => {
    const { body } = await onward.post<{ id: string }>(people, { ...person('9990000050'), identifiers: [] });
    const plan = await onward.post<{ id: string }>('/api/v1/ehc-plans', { personId: body.id, on: '2025-05-12' });
    const cookies = await visitors.signedIn('asha.caseworker');
    const url = `/ehc/plans/${plan.body.id}/reviews/next/record/planned-meeting`;
    const secrets = Object.fromEntries(secretsIn((await visitors.get(url, cookies)).body));
    const days = { 'on-day': '1', 'on-month': '6', 'on-year': '2026' };
    const typed = { ...days, 'meetingOn-day': '3', 'meetingOn-month': '7', 'meetingOn-year': '2026' };
    double.faults.fail('read', accessDenied());
    const refused = await visitors.send(url, { ...secrets, ...typed }, cookies);
    expect([refused.statusCode, refused.body]).toEqual([503, contains('It was not recorded.')]);
    expect((await visitors.send(url, { ...secrets, ...typed }, cookies)).statusCode).toBe(303);
  });

  it('stands above the form on the page, with what was typed and its id: sent again from there, it is recorded once', async () => {
    const { body } = await onward.post<{ id: string }>(people, { ...person('9990000042'), identifiers: [] });
    const plan = await onward.post<{ id: string }>('/api/v1/ehc-plans', { personId: body.id, on: '2025-05-12' });
    const cookies = await visitors.signedIn('asha.caseworker');
    const url = `/ehc/plans/${plan.body.id}/reviews/next/record/planned-meeting`;
    const form = await visitors.get(url, cookies);
    const days = { 'on-day': '1', 'on-month': '6', 'on-year': '2026' };
    const typed = { ...days, 'meetingOn-day': '3', 'meetingOn-month': '7', 'meetingOn-year': '2026' };
    const secrets = Object.fromEntries(secretsIn(form.body));
    meet('written, and the connection breaks', 'denied');
    const unclear = await visitors.send(url, { ...secrets, ...typed }, cookies);
    expect([unclear.statusCode, unclear.body]).toEqual([503, contains('it is not known whether this was recorded')]);
    expect(unclear.body).toContain('Send exactly the same again, from the same page');
    expect(unclear.body).not.toMatch(/nothing was recorded|was not recorded/i);
    expect(unclear.body).toMatch(/name="meetingOn-day"[^>]*value="3"/);
    expect(secretsIn(unclear.body)).toContainEqual(['_command', secrets['_command']]);
    const again = await visitors.send(url, { ...Object.fromEntries(secretsIn(unclear.body)), ...typed }, cookies);
    expect(again.statusCode).toBe(303);
    await onward.opened.projecting.catchUp();
    expect((await onward.get(`/api/v1/ehc-plans/${plan.body.id}/revision`)).body).toEqual({ revision: 1 });
  });

  it('keeps the form and what was typed while the outage lasts: nothing that the page shows asks the server again', async () => {
    const { body } = await onward.post<{ id: string }>(people, { ...person('9990000069'), identifiers: [] });
    const plan = await onward.post<{ id: string }>('/api/v1/ehc-plans', { personId: body.id, on: '2025-05-12' });
    const cookies = await visitors.signedIn('asha.caseworker');
    const url = `/ehc/plans/${plan.body.id}/reviews/next/record/planned-meeting`;
    const secrets = Object.fromEntries(secretsIn((await visitors.get(url, cookies)).body));
    const days = { 'on-day': '1', 'on-month': '6', 'on-year': '2026' };
    const typed = { ...days, 'meetingOn-day': '3', 'meetingOn-month': '7', 'meetingOn-year': '2026' };
    double.faults.fates.push({
      fate: 'written, and the connection breaks',
      before: () => void (double.faults.refuses = accessDenied),
    });
    const unclear = await visitors.send(url, { ...secrets, ...typed }, cookies);
    double.faults.refuses = undefined;
    expect([unclear.statusCode, unclear.body]).toEqual([503, contains('it is not known whether this was recorded')]);
    expect(unclear.body).toMatch(/name="meetingOn-day"[^>]*value="3"/);
    const again = await visitors.send(url, { ...Object.fromEntries(secretsIn(unclear.body)), ...typed }, cookies);
    expect(again.statusCode).toBe(303);
    await onward.opened.projecting.catchUp();
    expect((await onward.get(`/api/v1/ehc-plans/${plan.body.id}/revision`)).body).toEqual({ revision: 1 });
  });
});
