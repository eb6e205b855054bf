// The pages of CAMHS without a browser: who sees what, several steps in one submit, twice is once, and what somebody else changed.
import { startOnward, type TestOnward } from './kit/onward.js';
import { secretsIn, visitorsOf } from './kit/visitor.js';

let onward: TestOnward;
let personId: string;
let id: string;
const ben = { as: 'ben.clinician' };

beforeAll(async () => {
  onward = await startOnward();
  // Born 15 Dec 2008: 17 on 15 Dec 2025, 17 and a half on 15 Jun 2026.
  const person = { givenName: 'Ivy', familyName: '<b>Sample', birthDate: '2008-12-15', sendStatus: 'none' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person, ben)).body.id;
  const opening = { personId, referredOn: '2025-09-01', on: '2025-09-01', team: 'estuary-north' };
  const opened = await onward.post<{ id: string }>('/api/v1/transitions', opening, ben);
  expect(opened.status).toBe(200);
  id = opened.body.id;
});
afterAll(() => onward.close());

const { get, send, signedIn } = visitorsOf(() => onward);
const onDay = (day: string, month: string) =>
  [
    ['on-day', day],
    ['on-month', month],
    ['on-year', '2026'],
  ] as const;

it('TRN-44: the register, the case and the agenda open to CAMHS; a SEND caseworker without consent sees neither name nor case', async () => {
  const camhs = await signedIn('ben.clinician');
  const nurse = await signedIn('dev.nurse');
  const council = await signedIn('asha.caseworker');
  const adult = await signedIn('cora.adult');
  const register = await get('/transitions?gate=17-6', camhs);
  expect([register.statusCode, register.body.includes('&lt;b&gt;Sample'), register.body.includes('<b>Sample')]).toEqual(
    [200, true, false],
  );
  expect((await get('/transitions', nurse)).body).toContain('&lt;b&gt;Sample');
  expect((await get(`/transitions/${id}`, nurse)).statusCode).toBe(200);
  expect((await get('/transitions', council)).body).not.toContain('Sample');
  expect((await get(`/transitions/${id}`, council)).statusCode).toBe(403);
  expect((await get('/transitions', adult)).statusCode).toBe(403);
  const agenda = await get('/interface-agenda', adult);
  expect([agenda.statusCode, agenda.body.includes('Sample'), agenda.body.includes('Without a name: 1')]).toEqual([
    200,
    false,
    true,
  ]);
});

it('who may not record a thing is not offered its form, and gets no page of it', async () => {
  const nurse = await signedIn('dev.nurse');
  const { body } = await get(`/transitions/${id}`, nurse);
  expect(body).toContain(`/transitions/${id}/record/steps`);
  expect(body).not.toContain(`/transitions/${id}/record/close`);
  // The date explains itself on the spot; the way to the whole explanation is not theirs.
  expect([body.includes('Why 14 Jun 2026?'), body.includes('/why/transition/')]).toEqual([true, false]);
  expect((await get(`/transitions/${id}/record/close`, nurse)).statusCode).toBe(403);
  expect((await get(`/transitions/${id}/record/nonsense`, nurse)).statusCode).toBe(404);
});

it('filters that make no sense are a problem with a way out; empty ones leave the address', async () => {
  const camhs = await signedIn('ben.clinician');
  for (const wrong of ['?gate=19', '?colour=red', '?cursor=x', '?late=maybe'])
    expect([wrong, (await get(`/transitions${wrong}`, camhs)).statusCode]).toEqual([wrong, 400]);
  expect((await get('/transitions?gate=&worker=ben', camhs)).headers.location).toBe('/transitions?worker=ben');
});

describe('steps of one meeting', () => {
  const url = () => `/transitions/${id}/record/steps`;

  it('what is missing is said, with the field, and what was typed is kept', async () => {
    const camhs = await signedIn('ben.clinician');
    const page = await get(url(), camhs);
    const nothing = await send(url(), [...secretsIn(page.body), ...onDay('20', '5')], camhs);
    expect([
      nothing.statusCode,
      nothing.body.includes('Tick at least one step'),
      nothing.body.includes('value="20"'),
    ]).toEqual([400, true, true]);
    const twice = [['done', 'TRN-A1.3'] as const, ['declined', 'TRN-A1.3'] as const];
    const wrong = await send(url(), [...secretsIn(page.body), ...onDay('20', '5'), ...twice], camhs);
    expect(wrong.body).toContain('TRN-A1.3 is ticked twice with different outcomes');
    expect(wrong.body).toContain('Say why it was declined (TRN-45)');
    const early = [...secretsIn(page.body), ['done', 'TRN-A1.4'] as const, ...onDay('20', '5')];
    const refused = await send(url(), early, camhs);
    expect([refused.statusCode, refused.body.includes('(TRN-40)')]).toEqual([422, true]);
    expect((await onward.get(`/api/v1/transitions/${id}/work`, ben)).body).toMatchObject({ revision: 0 });
  });

  it('are one submit: recorded together, and the same form again finds the first answer; a late one gets both versions', async () => {
    const camhs = await signedIn('ben.clinician');
    const page = await get(url(), camhs);
    const form = [
      ...secretsIn(page.body),
      ...onDay('20', '5'),
      ...(['young-person', 'camhs'] as const).map((role) => ['attendees', role] as const),
      ...(['TRN-A1.1', 'TRN-A1.2'] as const).map((step) => ['done', step] as const),
      ['declined', 'TRN-A1.3'] as const,
      ['declinedReason', 'Wants to hear of it later.'] as const,
    ];
    const answers = [await send(url(), form, camhs), await send(url(), form, camhs)];
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, `/transitions/${id}`],
      [303, `/transitions/${id}`],
    ]);
    await onward.opened.projecting.catchUp();
    expect((await onward.get(`/api/v1/transitions/${id}/work`, ben)).body).toMatchObject({ revision: 3 });
    const { body } = await get(`/transitions/${id}`, camhs);
    expect(body).toContain('Wednesday 20 May 2026, recorded by <bdi>Ben Ferris</bdi>');
    expect(body).toContain('Offered and declined');
    const late = form.map(([name, value]) =>
      name === '_command'
        ? ([name, 'another'] as const)
        : name === 'on-day'
          ? ([name, '21'] as const)
          : ([name, value] as const),
    );
    const conflict = await send(
      url(),
      late.filter(([, value]) => value !== 'TRN-A1.1' && value !== 'TRN-A1.2'),
      camhs,
    );
    expect([conflict.statusCode, conflict.body.includes('Somebody else changed this while you were typing')]).toEqual([
      409,
      true,
    ]);
    expect(conflict.body).toContain('Recorded meanwhile');
  });
});

it('TRN-43, TRN-44: consent recorded from the case puts the name on the agenda, and lets the discussion be recorded by name', async () => {
  const camhs = await signedIn('ben.clinician');
  const url = `/people/${personId}/consent/discuss-with-adult-services?case=transition-${id}`;
  const page = await get(url, camhs);
  const said = [
    ...secretsIn(page.body),
    ...onDay('25', '5'),
    ['decision', 'given'] as const,
    ['decidedBy', 'young-person'] as const,
  ];
  const missing = await send(url, said, camhs);
  expect([missing.statusCode, missing.body.includes('Say with which organisation')]).toEqual([400, true]);
  const answer = await send(url, [...said, ['recipient', 'estuary-adult-mental-health'] as const], camhs);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/transitions/${id}`]);
  await onward.opened.projecting.catchUp();
  expect((await get('/interface-agenda', camhs)).body).toContain('&lt;b&gt;Sample');
  const form = await get(`/transitions/${id}/record/interface`, camhs);
  const discussed = [
    ['recipients', 'estuary-adult-mental-health'] as const,
    ['manner', 'named'] as const,
    ['decision', 'refer-to-adult-service'] as const,
    ['minute', 'The <i>team</i> has met Ivy.'] as const,
    ['action', 'Send the referral.'] as const,
    ['actionBy', 'camhs'] as const,
  ];
  const recorded = await send(
    `/transitions/${id}/record/interface`,
    [...secretsIn(form.body), ...onDay('28', '5'), ...discussed],
    camhs,
  );
  expect(recorded.statusCode).toBe(303);
  await onward.opened.projecting.catchUp();
  expect((await onward.get(`/api/v1/transitions/${id}`, ben)).body).toMatchObject({
    discussions: [{ on: '2026-05-28', manner: 'named' }],
  });
  // The next agenda has the minute, for CAMHS and for the service that was there; not the agenda of that day, nor of another service.
  for (const who of [camhs, await signedIn('cora.adult')]) {
    const { body } = await get('/interface-agenda', who);
    expect(body).toContain('Minute of 28 May 2026: <strong>Refer to adult service</strong>');
    expect(body).toContain('The &lt;i&gt;team&lt;/i&gt; has met Ivy.');
    expect(body).toContain('To do by CAMHS: Send the referral.');
  }
  expect((await get('/interface-agenda?asOf=2026-05-28', camhs)).body).not.toContain('has met Ivy');
  expect((await get('/interface-agenda?recipient=another-service', camhs)).body).not.toContain('has met Ivy');
});

it('TRN-01: a gap is refused before closing is asked for once more, and again where that page is left out, with what was typed kept', async () => {
  const camhs = await signedIn('ben.clinician');
  const url = `/transitions/${id}/record/close`;
  const page = await get(url, camhs);
  const form = [
    ...secretsIn(page.body),
    ...onDay('1', '6'),
    ['destination', 'ADULT_LD'] as const,
    ['acceptanceEvidence', 'Letter of 1 June'] as const,
  ];
  for (const step of [[], [['_step', 'confirmed'] as const]]) {
    const gap = await send(url, [...form, ...step], camhs);
    expect([gap.statusCode, gap.body.includes('(TRN-01)'), gap.body.includes('Letter of 1 June')]).toEqual([
      422,
      true,
      true,
    ]);
  }
});
