// The forms of an EHC plan without a browser: an appeal from the certificate to the plan by order, and moving between authorities.
import {
  aboutOf,
  asha,
  formAt,
  get,
  newPerson,
  newPlan,
  on,
  page,
  recorded,
  send,
  steps,
  view,
} from './kit/plan-desk.js';
import { secretsIn } from './kit/visitor.js';

describe('an appeal', () => {
  it('EHC-70 to EHC-76: certificate, appeal, notice, the Tribunal’s date, the act, the order, the plan by order', async () => {
    const planId = await newPlan('2026-09-01');
    const letter = await aboutOf(planId, 'mediation');
    expect(letter).toBe((await view(planId)).planMade.eventId);
    await recorded(planId, 'mediation', { ...on('2026-09-10'), step: 'certificate' }, letter);
    await recorded(planId, 'appeal', { ...on('2026-09-20'), placementOnly: 'no' }, letter);
    expect(await steps(planId)).not.toContain('appeal');
    const appeal = await aboutOf(planId, 'appeal-notice');
    await recorded(planId, 'appeal-notice', on('2026-09-22'), appeal);
    await recorded(
      planId,
      'tribunal-date',
      { ...on('2026-10-01'), act: 'evidence', ...on('2026-12-01', 'dueOn') },
      appeal,
    );
    const acts = await page(formAt(planId, 'tribunal-act', appeal));
    const [, direction = ''] = /value="([^"]+)"[^>]*>\s*<label[^>]*>\s*Evidence, fixed for 1 Dec 2026/.exec(acts) ?? [];
    await recorded(planId, 'tribunal-act', { ...on('2026-10-20'), done: 'response' }, appeal);
    await recorded(planId, 'tribunal-act', { ...on('2026-11-20'), done: direction }, appeal);
    await recorded(
      planId,
      'tribunal-order',
      { ...on('2026-11-23'), result: 'upheld', order: 'amend-placement' },
      appeal,
    );
    await recorded(planId, 'plan-by-order', { ...on('2026-11-25'), recipients: 'family' }, appeal);
    const { appeals } = await view(planId);
    expect(appeals).toMatchObject([
      { done: [{ act: 'response' }, { act: 'evidence' }], determined: { order: 'amend-placement' } },
    ]);
    expect(await page(`/ehc/plans/${planId}`)).toContain('received 20 Sep 2026, upheld on 23 Nov 2026');
  });
});

describe('orders and agreements', () => {
  it('EHC-76: of somebody who never had a plan an order cannot be recorded, and the form of their first plan says so', async () => {
    expect(await page(`/people/${await newPerson()}/ehc-plan/made`)).toContain('its time must be kept elsewhere');
  });

  it('EHC-75, EHC-76: a refusal, an appeal against it, the order to assess, and what was done under it', async () => {
    const planId = await newPlan('2026-01-20');
    await recorded(planId, 'refusal', { ...on('2026-09-01'), refusal: 'assessment', appealRightsGiven: 'yes' });
    const { letters } = await view(planId);
    const letter = letters.find(({ about }) => about === 'refusal to assess')?.eventId ?? '';
    await recorded(planId, 'appeal', { ...on('2026-09-20'), placementOnly: 'no' }, letter);
    const appeal = await aboutOf(planId, 'tribunal-order');
    await recorded(planId, 'tribunal-order', { ...on('2026-11-02'), result: 'upheld', order: 'assess' }, appeal);
    expect(await page(`/ehc/plans/${planId}`)).toContain('order of 2 Nov 2026: assess');
    await recorded(planId, 'order-step', { ...on('2026-11-16'), step: 'assessment-notified' }, appeal);
    const { orders } = await view(planId);
    expect(orders).toMatchObject([{ kind: 'ordered', act: 'assess', done: [{ step: 'assessment-notified' }] }]);
    expect(await page(`/ehc/plans/${planId}`)).toContain('8 Feb 2027');
  });

  it('EHC-78: a mediation agreement has its time, and the plan that follows from it', async () => {
    const planId = await newPlan('2026-09-01');
    const letter = await aboutOf(planId, 'mediation-agreement');
    const agreed = { ...on('2026-11-02'), act: 'amend-provision', councilTookPart: 'no' };
    await recorded(planId, 'mediation-agreement', agreed, letter);
    const shown = await page(`/ehc/plans/${planId}`);
    for (const said of ['7 Dec 2026', '9 Nov 2026', 'agreement of 2 Nov 2026']) expect(shown).toContain(said);
    const agreement = await aboutOf(planId, 'plan-by-order');
    await recorded(planId, 'plan-by-order', { ...on('2026-11-24'), recipients: 'family' }, agreement);
    expect(await steps(planId)).not.toContain('plan-by-order');
    expect((await view(planId)).orders).toMatchObject([{ kind: 'agreed', plan: { on: '2026-11-24' } }]);
  });
});

describe('moving', () => {
  it('EHC-51, EHC-52: a plan that moved here begins on the person’s page and owes the family a letter', async () => {
    const personId = await newPerson();
    expect(await page(`/people/${personId}`)).toContain(`/people/${personId}/ehc-plan/moved-in`);
    const url = `/people/${personId}/ehc-plan/moved-in`;
    const form = await get(url, asha);
    const given = [
      ...secretsIn(form.body),
      ...Object.entries({ ...on('2026-11-10'), fromAuthority: '816', ...on('2025-03-03', 'planMadeOn') }),
    ] as [string, string][];
    const check = await send(url, given, asha);
    expect(check.statusCode).toBeLessThan(400);
    const done = await send(url, [...given, ['_step', 'confirmed']], asha);
    expect(done.statusCode).toBe(303);
    const planId = String(done.headers.location).split('/').pop() ?? '';
    expect(await steps(planId)).toContain('move-in-letter');
    await recorded(planId, 'move-in-letter', { ...on('2026-11-18'), willReassess: 'no' });
    expect(await page(`/ehc/plans/${planId}`)).toContain(
      '18 Nov 2026, which does not say when the plan will be reviewed',
    );
    const dated = { ...on('2026-11-20'), willReassess: 'no', ...on('2027-03-01', 'reviewOn') };
    await recorded(planId, 'move-in-letter', dated);
    expect(await steps(planId)).not.toContain('move-in-letter');
    expect(await page(`/people/${personId}`)).not.toContain('/ehc-plan/moved-in');
  });

  it('EHC-50: once it is passed on, nothing of it is offered but to put right what is recorded', async () => {
    const planId = await newPlan();
    await recorded(planId, 'move-known', { ...on('2026-11-02'), ...on('2026-12-01', 'movesOn') });
    await recorded(planId, 'move-out', { ...on('2026-11-24'), toAuthority: '816' });
    expect(
      (await steps(planId)).filter((step) => !['mediation', 'appeal', 'mediation-agreement'].includes(step)),
    ).toEqual([]);
    expect(await page(`/ehc/plans/${planId}`)).toContain(`/ehc/plans/${planId}/facts`);
  });
});
