// What pages offer and what can be done are the same, from both sides: every link opens, and whatever is available has its link.
import { planForms } from '../src/cases/ehc-plan/pages/plan-forms/index.js';
import { reviewForms } from '../src/cases/ehc-plan/pages/review-forms.js';
import { as, asha, formAt, get, newPlan, on, onward, page, recorded, signedIn } from './kit/plan-desk.js';

const linksIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/href="([^"]*\/record\/[^"]*)"/g)].map(([, href = '']) => href)),
];
const post = async (planId: string, path: string, body: object) => {
  const answer = await onward.post(`/api/v1/ehc-plans/${planId}/${path}`, body, as);
  expect([path, answer.status, answer.body]).toMatchObject([path, 200, {}]);
};
const meeting = { on: '2026-10-20', attended: ['family', 'setting'], outcomesConsidered: true };
const slots = {
  employment: 'considered-none-needed',
  independentLiving: 'considered-none-needed',
  community: 'considered-none-needed',
};
const held = { ...meeting, preparingForAdulthood: { ...slots, health: 'considered-none-needed' } };
const decided = { on: '2026-11-02', appealRightsGiven: true, lacksReason: 'Said to the family', reason: 'On track' };

/** Plans at different points of their way, each with what led there. */
const told: Readonly<Record<string, (planId: string) => Promise<void>>> = {
  'a new plan': () => Promise.resolve(),
  'a request for an early review': (id) =>
    recorded(id, 'early-request', { ...on('2026-05-20'), by: 'family', reason: 'Moved school' }),
  'a meeting': (id) => post(id, 'reviews/meeting', held),
  'a decision to amend': async (id) => {
    await post(id, 'reviews/meeting', held);
    await post(id, 'reviews/decision', { ...decided, outcome: 'amend', proposedChanges: 'attached' });
  },
  'a final plan': async (id) => {
    await post(id, 'reviews/meeting', held);
    await post(id, 'reviews/decision', { ...decided, outcome: 'amend', proposedChanges: 'attached' });
    const final = { on: '2026-11-20', origin: 'review', recipients: ['family'], restToFollow: true };
    await post(id, 'final-plans', { ...final, reasonForEarly: 'The family asked for it' });
  },
  'a decision to cease': async (id) => {
    await post(id, 'reviews/meeting', held);
    await post(id, 'reviews/decision', { ...decided, outcome: 'cease', consulted: ['family', 'setting'] });
  },
  'a plan that was passed on': (id) => post(id, 'move-out', { on: '2026-11-20', toAuthority: '816' }),
};

/** Accepted and of no use as the case stands, or possible by the API alone: no page offers it then. */
const notOffered: Readonly<Record<string, readonly string[]>> = {
  // A plan that the Tribunal ordered in an appeal that is not on record here.
  'a new plan': ['IssueFinalPlan'],
  'a request for an early review': ['IssueFinalPlan'],
  // What a meeting said beside the outcomes at 19 is no duty of everybody's (EHC-10, EHC-33).
  'a meeting': ['IssueFinalPlan', 'RecordReviewPoint'],
  'a decision to amend': ['RecordReviewPoint'],
  // After the plan is issued nothing is asked of the family any more (EHC-25).
  'a final plan': ['IssueFinalPlan', 'ReceiveRepresentations', 'RecordReviewPoint', 'WaiveRepresentations'],
  // Only the service of an amendment notice starts a time of the family's (EHC-25); the notice that says who was consulted is the proposal (EHC-31).
  'a decision to cease': ['IssueFinalPlan', 'ProposeCease', 'RecordNoticeBounce', 'RecordReviewPoint', 'ServeNotice'],
  // Another authority has the plan.
  'a plan that was passed on': ['NotifyRefusal', 'RecordNeeds', 'RecordPlacement', 'RecordYearGroup'],
};

async function offeredOn(planId: string, who = asha): Promise<string[]> {
  const plan = await page(`/ehc/plans/${planId}`, who);
  const reviews = [...new Set([...plan.matchAll(/\/ehc\/plans\/[\w-]+\/reviews\/[\w-]+/g)].map(([href]) => href))];
  const pages = [...reviews, `/ehc/plans/${planId}/facts`];
  const bodies = await Promise.all(pages.map((href) => page(href, who)));
  return linksIn([plan, ...bodies].join(''));
}
const needOf = (href: string): string => {
  const [, step = ''] = /\/record\/([\w-]+)/.exec(href) ?? [];
  return (href.includes('/reviews/') ? reviewForms : planForms)[step]?.needs ?? step;
};

test.each(Object.keys(told))(
  'after %s every link opens, none is refused before it is filled in, and nothing is missing',
  async (name) => {
    const planId = await newPlan();
    await told[name]!(planId);
    const links = await offeredOn(planId);
    expect(links.length).toBeGreaterThan(2);
    for (const href of links) expect([href, (await get(href, asha)).statusCode]).toEqual([href, 200]);
    const path = `/api/v1/cases/${planId}/available-actions`;
    const { items } = (await onward.get<{ items: { name: string; notOfToday?: string }[] }>(path, as)).body;
    const withForm = new Set(Object.values({ ...planForms, ...reviewForms }).map(({ needs }) => needs));
    const missing = items
      .filter(({ name: action, notOfToday }) => withForm.has(action) && notOfToday === undefined)
      .filter(({ name: action }) => !links.map(needOf).includes(action));
    expect(missing.map(({ name: action }) => action).sort()).toEqual([...(notOffered[name] ?? [])].sort());
    const can = new Set(items.map(({ name: action }) => action));
    expect(links.map(needOf).filter((need) => !can.has(need))).toEqual([]);
  },
);

test('EHC-16: a nurse is offered on a review what is a nurse’s to record, and is told at once what is not', async () => {
  const planId = await newPlan();
  const nurse = await signedIn('dev.nurse');
  expect((await offeredOn(planId, nurse)).map(needOf)).toEqual(['RecordAdvice']);
  const refused = await get(`/ehc/plans/${planId}/reviews/next/record/meeting`, nurse);
  expect([refused.statusCode, refused.body.includes('<form')]).toEqual([
    403,
    refused.body.includes('action="/sign-out"'),
  ]);
  expect((await get(`/ehc/plans/${planId}/reviews/next/record/advice`, nurse)).statusCode).toBe(200);
  expect((await get(formAt(planId, 'appeal'), nurse)).statusCode).toBe(403);
});

test('a page of an earlier day offers nothing: what is recorded is recorded now', async () => {
  const planId = await newPlan();
  for (const path of [`/ehc/plans/${planId}`, `/ehc/plans/${planId}/reviews/next`])
    expect([path, linksIn(await page(`${path}?asOf=2026-11-24`))]).toEqual([path, []]);
});

test('EHC-19: the form of a decision that was taken does not open again by its address', async () => {
  const planId = await newPlan();
  await post(planId, 'reviews/meeting', held);
  const href = (await offeredOn(planId)).find((one) => one.includes('/reviews/') && one.endsWith('/decision'))!;
  expect((await get(href, asha)).statusCode).toBe(200);
  await post(planId, 'reviews/decision', { ...decided, outcome: 'amend', proposedChanges: 'attached' });
  const again = await get(href, asha);
  expect([again.statusCode, again.body.includes('This cannot be recorded now')]).toEqual([409, true]);
});
