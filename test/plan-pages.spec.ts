// The forms of an EHC plan without a browser: what is offered as the plan stands, two letters before it ceases, corrections.
import {
  aboutOf,
  asha,
  as,
  formAt,
  get,
  newPlan,
  on,
  onward,
  page,
  record,
  recorded,
  send,
  signedIn,
  steps,
  view,
} from './kit/plan-desk.js';
import { hiddenIn, secretsIn } from './kit/visitor.js';

describe('ceasing', () => {
  it('EHC-62, EHC-63: two letters on two days, each checked, and no end before the time for an appeal has run', async () => {
    const planId = await newPlan();
    expect(await steps(planId)).toEqual(expect.arrayContaining(['cease-proposal']));
    expect(await steps(planId)).not.toContain('cease-decision');
    const letter = { ...on('2026-11-02'), consulted: 'family' };
    const alone = await record(planId, 'cease-proposal', letter);
    expect([alone.statusCode, alone.body.includes('EHC-62'), alone.body.includes('value="2026"')]).toEqual([
      422,
      true,
      true,
    ]);
    const form = await get(formAt(planId, 'cease-proposal'), asha);
    const both = [
      ...secretsIn(form.body),
      ...Object.entries(on('2026-11-02')),
      ['consulted', 'family'],
      ['consulted', 'setting'],
    ] as [string, string][];
    expect((await send(formAt(planId, 'cease-proposal'), [...both, ['_step', 'confirmed']], asha)).statusCode).toBe(
      303,
    );
    expect(await steps(planId)).toEqual(expect.arrayContaining(['cease-decision', 'cease-dropped']));
    expect((await view(planId)).status).toBe('cease proposed');
    await recorded(planId, 'cease-decision', {
      ...on('2026-11-20'),
      ground: 'needs-met-without-plan',
      reviewShowsNoReturn: 'no',
      appealRightsGiven: 'yes',
    });
    const shown = await page(`/ehc/plans/${planId}`);
    expect(shown).toContain('takes effect from 21 Jan 2027 at the earliest (EHC-63)');
    const early = await record(planId, 'cease', on('2026-11-25'));
    expect([early.statusCode, early.body.includes('EHC-63')]).toEqual([422, true]);
    expect((await view(planId)).status).toBe('cease decided');
    await recorded(planId, 'cease-dropped', on('2026-11-24'));
    expect((await view(planId)).status).toBe('maintained');
  });
});

it('who may not record it is neither offered a form nor given its page', async () => {
  const planId = await newPlan();
  const farid = await signedIn('farid.auditor');
  const seen = await page(`/ehc/plans/${planId}`, farid);
  expect([seen.includes('/record/'), seen.includes(`/ehc/plans/${planId}/facts`)]).toEqual([false, true]);
  expect((await get(formAt(planId, 'placement'), farid)).statusCode).toBe(403);
  const facts = await page(`/ehc/plans/${planId}/facts`, farid);
  expect([facts.includes('Plan issued'), facts.includes('/record/correct/')]).toEqual([true, false]);
  expect((await get(formAt(planId, 'nonsense'), asha)).statusCode).toBe(404);
  expect((await get(formAt(planId, 'correct', 'nonsense'), asha)).statusCode).toBe(404);
});

it('EHC-35: a request for an early review waits by name until it is answered with a reason', async () => {
  const planId = await newPlan();
  const without = await record(planId, 'early-request', { ...on('2026-11-20'), by: 'family' });
  expect([without.statusCode, without.body.includes('Enter the reason of the request (EHC-35)')]).toEqual([400, true]);
  await recorded(planId, 'early-request', { ...on('2026-11-20'), by: 'family', reason: 'The placement broke down.' });
  expect(await page(`/ehc/plans/${planId}`)).toContain('asked for on 20 Nov 2026, not answered yet');
  const about = await aboutOf(planId, 'early-answer');
  await recorded(planId, 'early-answer', { ...on('2026-11-24'), agreed: 'yes', reason: 'It did.' }, about);
  expect((await view(planId)).earlyRequests).toMatchObject([{ answered: { agreed: true } }]);
  expect(await steps(planId)).not.toContain('early-answer');
});

it('EHC-46: the placement now and the next one stand side by side; what is no URN is said', async () => {
  const planId = await newPlan();
  const now = { kind: 'mainstream', ...on('2024-09-01', 'from'), urn: '1234', outOfArea: 'no' };
  const wrong = await record(planId, 'placement', now);
  expect([wrong.statusCode, wrong.body.includes('The URN must be 6 numbers'), wrong.body.includes('1234')]).toEqual([
    400,
    true,
    true,
  ]);
  await recorded(planId, 'placement', { ...now, urn: '123456' });
  await recorded(planId, 'phase-transfer', {
    ...on('2026-11-01'),
    phase: 'secondary-to-post-16',
    ...on('2027-09-01', 'transferOn'),
  });
  expect(await steps(planId)).not.toContain('phase-setting');
  const about = (await view(planId)).phaseTransfers[0]?.id ?? '';
  const tooSoon = await get(formAt(planId, 'phase-setting', about), asha);
  expect([tooSoon.statusCode, tooSoon.body.includes('No final plan has been issued')]).toEqual([409, true]);
  const final = { on: '2026-11-18', origin: 'tribunal', recipients: ['family'] };
  expect((await onward.post(`/api/v1/ehc-plans/${planId}/final-plans`, final, as)).status).toBe(200);
  await recorded(planId, 'phase-setting', { ...on('2026-11-20'), kind: 'further-education', ukprn: '10001234' }, about);
  await recorded(planId, 'placement-end', on('2026-11-20'), await aboutOf(planId, 'placement-end'));
  const { placements, phaseTransfers } = await view(planId);
  expect(placements).toMatchObject([
    { kind: 'mainstream', urn: '123456', to: '2026-11-20' },
    { kind: 'further-education', from: '2027-09-01' },
  ]);
  expect(phaseTransfers[0]?.named).toBeDefined();
});

it('SEN2-05: needs are recorded in their order, and those beyond the third are kept', async () => {
  const planId = await newPlan();
  const needs = ['ASD', 'SLCN', 'SEMH', 'HI'].map((code, index) => ({ code, rank: index + 1 }));
  await onward.post(`/api/v1/ehc-plans/${planId}/needs`, { on: '2026-02-01', needs }, as);
  expect(await page(formAt(planId, 'needs'))).toContain('These come after it and stay: Hearing impairment');
  await recorded(planId, 'needs', { ...on('2026-11-20'), first: 'SEMH', second: 'ASD', third: 'SEMH' });
  expect((await view(planId)).needs).toEqual([
    { code: 'SEMH', rank: 1 },
    { code: 'ASD', rank: 2 },
    { code: 'HI', rank: 3 },
  ]);
});

describe('putting right', () => {
  it('REC-24: a corrected date moves what is due, keeps its reason, and is written once however often it is sent', async () => {
    const planId = await newPlan('2026-01-20');
    const { eventId } = (await view(planId)).planMade;
    expect(await page(`/ehc/plans/${planId}/facts`)).toContain(formAt(planId, 'correct', eventId));
    const form = await get(formAt(planId, 'correct', eventId), asha);
    expect(hiddenIn(form.body, 'to-year')).toBe('');
    const given = [
      ...secretsIn(form.body),
      ...Object.entries({ field: 'on', ...on('2026-01-12', 'to'), reason: 'The letter says the twelfth.' }),
      ['_step', 'confirmed'],
    ] as [string, string][];
    const before = await onward.opened.stores.store.head();
    const [first, second] = [
      await send(formAt(planId, 'correct', eventId), given, asha),
      await send(formAt(planId, 'correct', eventId), given, asha),
    ];
    expect([first.statusCode, second.statusCode]).toEqual([303, 303]);
    expect(await onward.opened.stores.store.head()).not.toBe(before);
    expect((await view(planId)).planMade.on).toBe('2026-01-12');
    const facts = await page(`/ehc/plans/${planId}/facts`);
    expect(facts).toContain('12 Jan 2026');
  });

  it('a date that lies ahead is refused beside its box, and nothing is lost', async () => {
    const planId = await newPlan();
    const { eventId } = (await view(planId)).planMade;
    const ahead = { field: 'on', ...on('2026-12-24', 'to'), reason: 'The letter says so.' };
    const refused = await record(planId, 'correct', ahead, eventId);
    expect([refused.statusCode, refused.body.includes('must not lie in the future')]).toEqual([422, true]);
    expect(refused.body).toContain('The letter says so.');
  });

  it('what was taken back is gone from the page, and the plan itself taken back leads to the person', async () => {
    const planId = await newPlan();
    await recorded(planId, 'needs', { ...on('2026-11-20'), first: 'ASD' });
    const { body } = await onward.get<{ items: { eventId: string; on: string }[] }>(
      `/api/v1/ehc-plans/${planId}/facts`,
      as,
    );
    const needs = body.items.find((fact) => fact.on === '2026-11-20')?.eventId ?? '';
    await recorded(planId, 'withdraw', { reason: 'Somebody else’s.' }, needs);
    expect((await view(planId)).needs).toEqual([]);
    const { eventId } = (await view(planId)).planMade;
    const gone = await record(planId, 'withdraw', { reason: 'Somebody else’s plan.' }, eventId);
    expect([gone.statusCode, String(gone.headers.location)]).toEqual([303, expect.stringMatching(/^\/people\//)]);
  });

  it('whoever comes second sees both versions and decides', async () => {
    const planId = await newPlan();
    const form = await get(formAt(planId, 'year-group'), asha);
    await recorded(planId, 'needs', { ...on('2026-11-20'), first: 'ASD' });
    const late = [...secretsIn(form.body), ...Object.entries({ ...on('2026-11-20'), yearGroup: '12' })] as [
      string,
      string,
    ][];
    const conflict = await send(formAt(planId, 'year-group'), late, asha);
    expect([conflict.statusCode, conflict.body.includes('Needs recorded'), conflict.body.includes('Year 12')]).toEqual([
      409,
      true,
      true,
    ]);
  });
});

describe('a review that decides to cease', () => {
  it('EHC-31: leads on by itself: next step and letter on its page, the plan’s page and the worklist', async () => {
    const planId = await newPlan('2025-12-20', '2014-03-01');
    const lacksReason = 'this history is told in a few words';
    const decision = {
      on: '2026-11-16',
      outcome: 'cease',
      consulted: ['family', 'setting'],
      appealRightsGiven: true,
      lacksReason,
    };
    const meeting = { on: '2026-11-02', attended: ['family', 'setting'], outcomesConsidered: true };
    await onward.post(`/api/v1/ehc-plans/${planId}/reviews/meeting`, meeting, as);
    const sent = await onward.post(`/api/v1/ehc-plans/${planId}/reviews/decision`, decision, as);
    expect(sent.status).toBe(200);
    await onward.opened.projecting.catchUp();
    const review = await page(`/ehc/plans/${planId}/reviews/latest`);
    expect(review).toContain('Next: <strong>Consult, and send the decision to cease</strong>');
    expect(review).toContain(formAt(planId, 'cease-decision'));
    const shown = await page(`/ehc/plans/${planId}`);
    for (const said of [
      'Cease proposed',
      '16 Nov 2026: ceasing',
      'the plan stays in force',
      'consulted: family, school or college',
    ])
      expect(shown).toContain(said);
    expect(await steps(planId)).not.toContain('cease-proposal');
    const { items } = (
      await onward.get<{ items: { key: string; dueOn: string }[] }>(`/api/v1/worklist?caseId=${planId}`, as)
    ).body;
    expect(items).toContainEqual(expect.objectContaining({ key: 'ceaseDecision', dueOn: '2026-12-07' }));
    await recorded(planId, 'cease-decision', {
      ...on('2026-11-20'),
      ground: 'needs-met-without-plan',
      reviewShowsNoReturn: 'no',
      appealRightsGiven: 'yes',
    });
    expect(await page(`/ehc/plans/${planId}/reviews/latest`)).toContain('Next: <strong>Record that the plan ceased');
    expect(await steps(planId)).not.toContain('cease-proposal');
  });
});

describe('going on past 25', () => {
  it('EHC-64: is offered about that age only, and says that the end is not known until it is recorded', async () => {
    expect(await steps(await newPlan())).not.toContain('past-25');
    const planId = await newPlan('2020-01-20', '2002-01-10');
    await recorded(planId, 'past-25', { ...on('2026-11-02'), setting: 'other' });
    expect(await page(`/ehc/plans/${planId}`)).toContain('not recorded: at the latest 9 Jan 2028');
    expect(await steps(planId)).not.toContain('past-25');
    await recorded(planId, 'course-end', { ...on('2026-11-20'), ...on('2027-05-20', 'endsOn') });
    expect(await page(`/ehc/plans/${planId}`)).toContain('the plan ends 20 May 2027');
  });
});

it('EHC-01: what if the meeting were before the plan was made is no question: the day before, on the day, the day after', async () => {
  const planId = await newPlan('2026-01-20');
  const asked = async (meetingOn: string) =>
    (await onward.get(`/api/v1/ehc-plans/${planId}/reviews/next/clock?meetingOn=${meetingOn}`, as)).status;
  expect([await asked('2026-01-19'), await asked('2026-01-20'), await asked('2026-01-21')]).toEqual([400, 200, 200]);
});

it('EHC-30: a school is consulted on the page of the plan', async () => {
  const planId = await newPlan();
  const asked = { ...on('2026-11-02'), kind: 'school', urn: '998010', channel: 'email' };
  await recorded(planId, 'consultation', asked);
  const { body } = await onward.get(`/api/v1/ehc-plans/${planId}`, as);
  expect(body).toMatchObject({ consultations: [{ on: '2026-11-02', urn: '998010' }] });
});
