// A review decided with something missing that the law asks for: said on the form, needs a reason, stays on the review, counted for the area.
import { as, asha, get, newPlan, on, onward, page, send, signedIn } from './kit/plan-desk.js';
import { secretsIn } from './kit/visitor.js';

const notice = { outcome: 'maintain', appealRightsGiven: 'no', reason: 'The outcomes are right.' };
const why = 'The family wished to have it in writing before the move.';
const formOf = (planId: string, cycleId = 'next') => `/ehc/plans/${planId}/reviews/${cycleId}/record/decision`;

async function decide(planId: string, answers: Readonly<Record<string, string>>) {
  const form = await get(formOf(planId), asha);
  expect(form.statusCode).toBe(200);
  const given = [...secretsIn(form.body), ...Object.entries({ ...on('2026-11-20'), ...notice, ...answers })];
  return send(formOf(planId), [...given, ['_step', 'confirmed']] as [string, string][], asha);
}

interface Lacking {
  readonly planId: string;
  readonly lack: string;
  readonly roles: readonly string[];
}
const countsOn = async (asOf: string) =>
  (
    await onward.get<{ lacks: { lack: string; reviews: number }[] }>(
      `/api/v1/ehc-plans/review-lacks/counts?asOf=${asOf}`,
      as,
    )
  ).body.lacks
    .filter(({ reviews }) => reviews > 0)
    .map(({ lack, reviews }) => [lack, reviews]);
const listed = async (query: string) =>
  (await onward.get<{ items: Lacking[] }>(`/api/v1/ehc-plans/review-lacks?${query}`, as)).body.items;

it('EHC-12, EHC-13, EHC-23: is said before it is recorded, needs a reason, stays on the review, and the figure of the area leads to it', async () => {
  const planId = await newPlan();
  const form = await page(formOf(planId));
  expect(form).toContain(
    'Not on record by today: No meeting (EHC-12); Not invited: family, school or college, SEND officer of the council, health, social care (EHC-13, EHC-14)',
  );

  const refused = await decide(planId, {});
  expect(refused.statusCode).toBe(422);
  for (const words of [
    'no meeting is on record (EHC-12)',
    'not on record as invited to the meeting: family, setting, sen-officer, health, social-care (EHC-13, EHC-14)',
    'the notice must give the right of appeal',
    'The outcomes are right.',
  ])
    expect(refused.body).toContain(words);
  expect(await countsOn('2026-11-25')).toEqual([]);

  expect((await decide(planId, { lacksReason: why })).statusCode).toBe(303);
  const review = await page(`/ehc/plans/${planId}/reviews/latest`);
  expect(review).toContain('Decided with something missing that the law asks for');
  expect(review).toContain('No right of appeal in the notice (EHC-23, EHC-28, EHC-31)');
  expect(review).toContain(`href="/ehc/plans/${planId}/facts"`);
  const facts = await page(`/ehc/plans/${planId}/facts`);
  expect([facts.includes('Missing by law'), facts.includes(why)]).toEqual([true, true]);

  // The day before, on the day.
  expect(await countsOn('2026-11-19')).toEqual([]);
  expect(await countsOn('2026-11-20')).toEqual([
    ['no-meeting', 1],
    ['not-invited', 1],
    ['no-advice', 1],
    ['no-appeal-rights', 1],
  ]);
  expect(await listed('lack=not-invited')).toMatchObject([
    {
      planId,
      lack: 'not-invited',
      roles: ['family', 'setting', 'sen-officer', 'health', 'social-care'],
      name: 'Ivy Sample',
    },
  ]);
  expect(await listed('lack=no-report')).toEqual([]);
  expect(await listed('lack=no-meeting&year=2025')).toEqual([]);

  const ella = await signedIn('ella.manager');
  const area = await page('/reports/area', ella);
  const link = '/reports/review-lacks?lack=no-meeting&amp;year=2026&amp;asOf=2026-11-25';
  expect(area).toContain(`href="${link}"`);
  const cases = await page(link.replaceAll('&amp;', '&'), ella);
  expect(cases).toContain('Reviews decided, 1 Sep 2026 to 31 Aug 2027: no meeting');
  expect(cases).toMatch(new RegExp(`<a href="/ehc/plans/${planId}/reviews/[^"]+"><bdi>Ivy Sample</bdi></a>`));
});

it('EHC-12, EHC-13, EHC-16: a review with all that the law asks for is decided without a reason, and neither page nor figure has it', async () => {
  const planId = await newPlan();
  const before = await countsOn('2026-11-25');
  const roles = ['family', 'setting', 'sen-officer', 'health', 'social-care'];
  const steps: [string, object][] = [
    ['invitations', { on: '2026-10-05', roles, meetingOn: '2026-11-02', channel: 'email' }],
    ['advice', { on: '2026-10-15', step: 'nil', roles }],
    ['meeting', { on: '2026-11-02', attended: roles, outcomesConsidered: true, preparingForAdulthood: everyArea }],
    ['report', { on: '2026-11-12', recommends: 'maintain', sentTo: roles }],
  ];
  for (const [step, body] of steps)
    expect([step, (await onward.post(`/api/v1/ehc-plans/${planId}/reviews/${step}`, body, as)).status]).toEqual([
      step,
      200,
    ]);
  const review = await page(`/ehc/plans/${planId}/reviews/latest`);
  const cycleId = /\/reviews\/([\w-]+)\/record\/decision/.exec(review)![1]!;
  expect(await page(formOf(planId, cycleId))).toContain('All that the law asks of the review is on record by today');
  const body = { on: '2026-11-20', outcome: 'maintain', reason: 'The outcomes are right.' };
  const sent = (appealRightsGiven: boolean) =>
    onward.post<{ rule?: string }>(`/api/v1/ehc-plans/${planId}/reviews/decision`, { ...body, appealRightsGiven }, as);
  const without = await sent(false);
  expect([without.status, without.body.rule]).toEqual([422, 'EHC-23']);
  expect((await sent(true)).status).toBe(200);
  expect(await page(`/ehc/plans/${planId}/reviews/latest`)).not.toContain('Decided with something missing');
  expect(await countsOn('2026-11-25')).toEqual(before);
});

const everyArea = {
  employment: 'outcome-set',
  independentLiving: 'outcome-set',
  community: 'considered-none-needed',
  health: 'outcome-set',
};
