// An amendment without a review, from the plan's page to the final plan: each step has its form, and it restarts no twelve months.
import { aboutOf, as, formAt, newPlan, on, onward, page, record, recorded, steps, view } from './kit/plan-desk.js';

interface Amended {
  readonly amendments: readonly {
    readonly finalPlan?: { readonly on: string };
    readonly finalPlanNotSentTo: readonly string[];
  }[];
  readonly reviews: readonly { readonly clockStart?: { readonly on: string } }[];
}
const amended = async (planId: string) => (await onward.get<Amended>(`/api/v1/ehc-plans/${planId}`, as)).body;

it('EHC-05, EHC-25, EHC-26, EHC-29: notice, service, representations, the final plan, and who else got it', async () => {
  const planId = await newPlan('2026-01-20');
  expect(await page(`/ehc/plans/${planId}`)).toContain(`href="${formAt(planId, 'amendment')}"`);
  await recorded(planId, 'amendment', on('2026-10-20'));
  const about = await aboutOf(planId, 'amendment-final');
  await recorded(planId, 'amendment-bounced', { ...on('2026-10-21'), channel: 'post' }, about);
  const cameBack = await record(planId, 'amendment-final', { ...on('2026-11-20'), recipients: 'family' }, about);
  expect([cameBack.statusCode, cameBack.body.includes('EHC-2')]).toEqual([422, true]);
  await recorded(planId, 'amendment-served', { ...on('2026-10-22'), channel: 'email' }, about);
  await recorded(
    planId,
    'amendment-representations',
    { ...on('2026-10-30'), asksForMeeting: 'no', namesSetting: 'no' },
    about,
  );

  // Fifteen days beginning with 22 October end on 5 November.
  const issued = { recipients: 'family', restToFollow: 'yes' };
  const early = await record(planId, 'amendment-final', { ...on('2026-11-05'), ...issued }, about);
  expect([early.statusCode, early.body.includes('6 Nov 2026')]).toEqual([422, true]);
  await recorded(planId, 'amendment-final', { ...on('2026-11-06'), ...issued }, about);

  const shown = await page(`/ehc/plans/${planId}`);
  expect(shown).toContain('notice 20 Oct 2026, served 22 Oct 2026, representations 30 Oct 2026, final plan 6 Nov 2026');
  const { amendments, reviews } = await amended(planId);
  expect(amendments).toMatchObject([{ finalPlan: { on: '2026-11-06' } }]);
  expect(reviews.at(-1)?.clockStart?.on).toBe('2026-01-20');
  expect(await steps(planId)).not.toContain('amendment-final');

  const left = amendments[0]!.finalPlanNotSentTo;
  expect(left.length).toBeGreaterThan(0);
  for (const recipients of left)
    await recorded(planId, 'amendment-final-copies', { ...on('2026-11-10'), recipients }, about);
  expect((await amended(planId)).amendments[0]?.finalPlanNotSentTo).toEqual([]);
});

it('EHC-28: the decision not to amend after all needs the right of appeal or a reason, and leaves nothing to do', async () => {
  const planId = await newPlan('2026-01-20');
  await recorded(planId, 'amendment', on('2026-10-20'));
  const about = await aboutOf(planId, 'amendment-not-to-amend');
  const dropped = { ...on('2026-11-20'), reason: 'The family asked to wait.' };
  const without = await record(planId, 'amendment-not-to-amend', { ...dropped, appealRightsGiven: 'no' }, about);
  expect([without.statusCode, without.body.includes('EHC-28')]).toEqual([422, true]);
  await recorded(planId, 'amendment-not-to-amend', { ...dropped, appealRightsGiven: 'yes' }, about);
  expect((await view(planId)).letters).toEqual(
    expect.arrayContaining([expect.objectContaining({ about: 'refusal to amend' })]),
  );
  expect((await steps(planId)).filter((step) => step.startsWith('amendment-'))).toEqual([]);
});
