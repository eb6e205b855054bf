// Steps of the pinned protocol: late referrals, refusals that settle, consent, the final meeting before 18.
import { given } from '../../kernel/given-when-then.js';
import { transition } from './transition.js';
import { settledAs } from './domain/settle.js';
import { birthDate, consent, day, done, noConsent, on, opened, steps } from './domain/transitions-for-tests.js';

const open = (referredOn: string) =>
  ({
    type: 'Open',
    on: day('2026-01-10'),
    personId: 'p1',
    referredOn: day(referredOn),
    team: 't',
    protocol: { pack: 'camhs-transition-a', version: 1 },
    send: false,
    birthDate,
  }) as const;

describe('opening', () => {
  test.each([
    ['2025-11-14', false],
    ['2025-11-15', true],
    ['2025-11-16', true],
  ])('TRN-03: referred on %s, with 17 years 6 months on 15 Nov 2025, is late: %s', (referredOn, late) => {
    expect(given(transition).when(open(referredOn)).state.opened?.late).toBe(late);
  });

  test('AMB-06: a case keeps the protocol that it started with', () => {
    expect(given(transition).when(open('2025-01-01')).state.opened).toMatchObject({
      pack: 'camhs-transition-a',
      packVersion: 1,
    });
  });

  test('TRN-03: a corrected referral date decides anew whether the referral was late', () => {
    const correction = {
      type: 'CorrectDate',
      ...on('2026-02-01'),
      correctsEventId: 'e1',
      field: 'referredOn',
      from: day('2024-03-04'),
      to: day('2025-12-01'),
      reason: 'letter',
      birthDate,
      consents: [],
    } as const;
    expect(given(transition, [opened()]).when(correction).state.opened).toMatchObject({
      referredOn: '2025-12-01',
      late: true,
    });
    expect(given(transition, [opened()]).when({ ...correction, from: day('2024-03-05') }).refusal?.type).toBe(
      'invalid-input',
    );
  });
});

describe('steps', () => {
  test('several steps of one meeting are recorded in one command, each under its canonical milestone', () => {
    const { facts, state } = given(transition, [opened()]).when(
      steps('2025-06-01', done('TRN-A1.1', 'TRN-A1.2', 'TRN-A1.3')),
    );
    expect(facts.map(({ type }) => type)).toEqual(Array(3).fill('TransitionStepRecorded'));
    expect(settledAs(state, 'identified')).toMatchObject({ on: '2025-06-01', outcome: 'done' });
  });

  test('AMB-06: a step of the other variant is refused, naming the pinned protocol', () => {
    const { refusal } = given(transition, [opened('a')]).when(steps('2025-12-01', done('TRN-B2.2')));
    expect(refusal?.parts.rule).toBe('AMB-06');
    expect(refusal?.message).toContain('camhs-transition-a version 1');
  });

  test('TRN-45: a survey is settled by "offered and declined", without a reason', () => {
    const declined = steps('2026-03-01', [{ stepId: 'TRN-A3.4', outcome: 'offered-and-declined' }]);
    expect(settledAs(given(transition, [opened()]).when(declined).state, 'preSurvey')?.outcome).toBe(
      'offered-and-declined',
    );
  });

  test('TRN-45: what cannot be declined stays to be done, and what can be needs a reason', () => {
    const not = steps('2025-06-01', [{ stepId: 'TRN-A1.1', outcome: 'offered-and-declined', reason: 'r' }]);
    expect(given(transition, [opened()]).when(not).refusal?.parts.rule).toBe('TRN-45');
    const bare = steps('2025-12-01', [{ stepId: 'TRN-B2.2', outcome: 'not-possible' }]);
    expect(given(transition, [opened('b')]).when(bare).refusal?.parts.rule).toBe('TRN-45');
    const said = steps('2025-12-01', [
      { stepId: 'TRN-B2.2', outcome: 'not-possible', reason: 'clinically indicated otherwise' },
    ]);
    const { state } = given(transition, [opened('b')]).when(said);
    expect(settledAs(state, 'adultIntroduction')?.outcome).toBe('not-possible');
    expect(state.met).toBeUndefined();
  });

  test.each([
    ['TRN-A4.2', 'TRN-01'],
    ['TRN-A4.1', 'TRN-01'],
    ['TRN-A2.1', 'TRN-44'],
    ['TRN-A3.3', 'TRN-45'],
  ])('%s cannot be ticked off past %s', (stepId, rule) => {
    expect(given(transition, [opened()]).when(steps('2026-01-10', done(stepId))).refusal?.parts.rule).toBe(rule);
  });

  test("TRN-40: the step of consent is done only with the young person's consent on record, and settled by a refusal too", () => {
    expect(
      given(transition, [opened()]).when(steps('2025-06-01', done('TRN-A1.4'), noConsent)).refusal?.parts.rule,
    ).toBe('TRN-40');
    expect(given(transition, [opened()]).when(steps('2025-06-01', done('TRN-A1.4'), consent)).refusal).toBeUndefined();
    const refused = steps('2025-06-01', [{ stepId: 'TRN-A1.4', outcome: 'offered-and-declined', reason: 'no' }], {
      kind: 'refused',
    });
    expect(settledAs(given(transition, [opened()]).when(refused).state, 'consent')?.outcome).toBe(
      'offered-and-declined',
    );
  });

  test.each([
    ['2026-05-14', undefined],
    ['2026-05-15', true],
  ])('TRN-E8, TRN-B2.6: a final meeting on %s is recorded, late: %s', (date, late) => {
    const { state, refusal } = given(transition, [opened('b')]).when(steps(date, done('TRN-B2.6')));
    expect(refusal).toBeUndefined();
    expect(settledAs(state, 'finalMeeting')?.late).toBe(late);
  });
});

describe('joint plan', () => {
  const plan = {
    type: 'AgreeJointPlan',
    ...on('2026-01-10'),
    youngPerson: 'signed',
    family: 'not-involved',
    promisedContacts: [],
  } as const;

  test('AMB-14: a young person of 17 may keep the family out of it, and gets the copy', () => {
    const { state } = given(transition, [opened()]).when({ ...plan, copyGivenOn: day('2026-01-12') });
    expect(state.plan).toMatchObject({ family: 'not-involved', copyGivenOn: '2026-01-12' });
  });

  test('TRN-45: "declined to sign" needs its reason, and then settles the step', () => {
    const declined = { ...plan, youngPerson: 'declined' } as const;
    expect(given(transition, [opened()]).when(declined).refusal?.parts.rule).toBe('TRN-45');
    const { state } = given(transition, [opened()]).when({ ...declined, reason: 'does not agree with the medication' });
    expect(settledAs(state, 'jointPlanAgreed')?.outcome).toBe('done');
    expect(JSON.stringify(state)).not.toContain('medication');
  });

  test('TRN-09: link worker and care co-ordinator are two roles, both dated', () => {
    const name = {
      type: 'NameAdultWorker',
      ...on('2025-06-01'),
      role: 'care-co-ordinator',
      service: 'ADULT_LD',
      name: 'n',
    } as const;
    const first = given(transition, [opened()]).when(name);
    expect(settledAs(first.state, 'linkWorkerNamed')).toBeUndefined();
    const both = given(transition, [opened(), ...first.facts]).when({
      ...name,
      ...on('2025-12-01'),
      role: 'link-worker',
    });
    expect(both.state.workers.map(({ role, on: date }) => [role, date])).toEqual([
      ['care-co-ordinator', '2025-06-01'],
      ['link-worker', '2025-12-01'],
    ]);
  });
});

describe('TRN-B2.6: a day that is agreed for the transfer meeting', () => {
  const agreed = (arrangedFor: string) =>
    steps('2026-02-02', [{ stepId: 'TRN-B2.1', outcome: 'done', arrangedFor: day(arrangedFor) }]);

  test('lies on the day on which it was agreed or after it, never before', () => {
    const refused = given(transition, [opened('b')]).when(agreed('2026-02-01'));
    expect(refused.refusal?.parts.fields).toMatchObject([{ field: 'arrangedFor' }]);
    for (const ahead of ['2026-02-02', '2026-02-03'])
      expect(given(transition, [opened('b')]).when(agreed(ahead)).facts).toHaveLength(1);
  });

  test('is not corrected to lie before it either, nor the day on which it was agreed past it', () => {
    const facts = given(transition, [opened('b')]).when(agreed('2026-03-10')).facts;
    const correct = (field: 'arrangedFor' | 'occurredOn', from: string, to: string) =>
      given(transition, [opened('b'), ...facts]).when({
        ...{ type: 'CorrectDate', ...on('2026-06-01'), correctsEventId: 'e2', field, from: day(from), to: day(to) },
        ...{ reason: 'letter', birthDate, consents: [] },
      });
    expect(correct('arrangedFor', '2026-03-10', '2026-02-01').refusal?.parts.fields).toMatchObject([{ field: 'to' }]);
    expect(correct('arrangedFor', '2026-03-10', '2026-02-02').facts).toHaveLength(1);
    expect(correct('occurredOn', '2026-02-02', '2026-03-11').refusal?.parts.fields).toMatchObject([{ field: 'to' }]);
    expect(correct('occurredOn', '2026-02-02', '2026-03-10').facts).toHaveLength(1);
  });
});
