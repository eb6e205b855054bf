// Who must get a letter stands on every page and form of a plan, and that the rights pass is recorded on its page (CAL-15, AMB-19).
import { formAt, newPlan, on, page, recorded, steps } from './kit/plan-desk.js';

// The day is 25 Nov 2026. Born on 15 Dec 2009: compulsory school age ended on 26 Jun 2026. Born a year later: it ends on 25 Jun 2027.
test.each([
  ['2009-12-15', 'Letters go to the young person: the rights have been theirs since 27 Jun 2026 (CAL-15).'],
  ['2010-12-15', 'Letters go to the parent. From 26 Jun 2027 on the rights are the young person’s'],
])('CAL-15: born on %s, every form of a plan and a review says who must get it', async (birthDate, words) => {
  const planId = await newPlan('2026-01-20', birthDate);
  for (const form of [
    formAt(planId, 'cease-proposal'),
    formAt(planId, 'rights'),
    `/ehc/plans/${planId}/reviews/next/record/invitations`,
    `/ehc/plans/${planId}/reviews/next/record/decision`,
  ])
    expect([form, (await page(form)).includes(words)]).toEqual([form, true]);
});

test('CAL-15: the page of the plan says who gets letters, to whom each went, and lets it be recorded that this was explained', async () => {
  const planId = await newPlan();
  const before = await page(`/ehc/plans/${planId}`);
  expect(before).toContain('The young person, since 27 Jun 2026 (CAL-15)');
  expect(before).toContain('contents of the plan, to the parent');
  expect(await steps(planId)).toContain('rights');
  await recorded(planId, 'rights', { ...on('2026-11-02'), to: 'young-person', channel: 'post' });
  expect(await steps(planId)).not.toContain('rights');
});
