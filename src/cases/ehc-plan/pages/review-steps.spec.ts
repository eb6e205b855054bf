// A review as a list of tasks: what is done, what comes next, what may be recorded. "Complete" comes from the decision notice only.
import { civilDate } from '../../../kernel/calendar/index.js';
import { after, issued, stateOf, step } from '../domain/history-for-tests.js';
import { viewPlan } from '../queries/view-plan.js';
import { stepsOf } from './review-steps.js';

type Steps = Parameters<typeof after>[1][];

/** The page of the first review as a caseworker sees it on the day. */
function listed(steps: Steps, birthDate?: string) {
  const today = civilDate('2026-11-25');
  const state = stateOf(after([issued('2025-11-20')], ...steps));
  const beside = { birthDate: birthDate === undefined ? undefined : civilDate(birthDate), choices: [] };
  const plan = viewPlan('p', state, today, beside)!;
  const review = plan.reviews[0]!;
  const cycleId = review.cycleId === 'next' ? undefined : review.cycleId;
  const actor = { id: 'asha', role: 'send-caseworker', organisation: '882' };
  const now = { state, entries: { recorded: [], standing: [] }, today, actor, beside, may: () => true };
  return { steps: stepsOf({ plan, review, cycleId }, now), review };
}
const review = (...steps: Steps) => listed(steps).steps;
const namesOf = (forms: readonly { readonly href: string }[]) => forms.map(({ href }) => href.split('/').at(-1));
const told = (steps: ReturnType<typeof review>) =>
  steps.map(({ key, doneOn, open, forms }) => [key, doneOn ?? (open ? 'open' : 'not yet'), namesOf(forms).join()]);

it('nobody began: the meeting can be arranged, held, and even a decision recorded late', () =>
  expect(told(review())).toEqual([
    ['invitations', 'open', 'planned-meeting,invitations'],
    ['advice', 'open', 'advice'],
    ['meeting', 'open', 'meeting'],
    ['report', 'not yet', ''],
    ['decision', 'not yet', 'decision'],
  ]));

it('R1: after the meeting the report and the decision are open, and nothing says done', () => {
  const steps = review(step.meeting('2026-11-02'));
  expect(steps.filter(({ open }) => open).map(({ key }) => key)).toEqual(['report', 'decision']);
  expect(steps.find(({ key }) => key === 'decision')?.note).toBe('Only this completes the review.');
});

it('EHC-24: "we will amend" without the amendments leaves their notice open', () => {
  const announced = review(
    step.meeting('2026-10-02'),
    step.decision('2026-10-20', 'amend', { proposedChanges: 'not-attached' }),
  );
  expect(told(announced).slice(4, 7)).toEqual([
    ['decision', '2026-10-20', ''],
    ['amendmentNotice', 'open', 'amendment-notice'],
    ['served', 'not yet', ''],
  ]);
});

it('EHC-25: representations that came are shown as received, and a notice that came back as not served', () => {
  const amended = [step.meeting('2026-10-02'), step.decision('2026-10-20', 'amend')] as const;
  const stepOf = (of: ReturnType<typeof review>, key: string) => of.find((each) => each.key === key);
  const heard = review(...amended, step.served('2026-10-22'), { type: 'ReceiveRepresentations', on: '2026-10-30' });
  expect(stepOf(heard, 'representations')).toMatchObject({
    doneOn: '2026-10-30',
    note: 'The family’s representations were received.',
  });
  const back = review(...amended, { type: 'RecordBounce', on: '2026-10-24', channel: 'post' });
  expect(stepOf(back, 'served')).toMatchObject({ doneOn: undefined, open: true });
  expect(stepOf(back, 'served')?.note).toContain('It came back');
});

it('EHC-29: a final plan that not all have got is a step of its own until they have', () => {
  const amended = [
    step.meeting('2026-10-02'),
    step.decision('2026-10-20', 'amend'),
    step.served('2026-10-22'),
  ] as const;
  const issuedToFamily = step.final('2026-11-10', { recipients: ['family'], restToFollow: true });
  const first = review(...amended, issuedToFamily);
  expect(told(first).slice(-1)).toEqual([['finalPlanSent', 'open', 'final-plan-copies']]);
  expect(first.at(-1)?.note).toBe('Not on record as sent to: School or college, Integrated care board (EHC-29).');
  const all = review(...amended, step.final('2026-11-10'));
  expect(told(all).slice(-1)).toEqual([['finalPlanSent', '2026-11-10', '']]);
});

it('EHC-16: with nothing to circulate the advice is done by its last answer', () => {
  const advise = (on: string, roles: readonly string[]) =>
    ({ type: 'RecordAdvice', on, step: 'nil', roles, newCycleId: 'c' }) as never;
  const answered = review(
    advise('2026-10-02', ['family', 'setting', 'sen-officer', 'health']),
    advise('2026-10-05', ['social-care']),
  );
  expect(answered.find(({ key }) => key === 'advice')).toMatchObject({
    doneOn: '2026-10-05',
    note: '5 of 5 have answered, with nothing to circulate.',
  });
});

it('an amendment goes on through service to the final plan; maintaining ends with the notice', () => {
  const amended = review(step.meeting('2026-10-02'), step.decision('2026-10-20', 'amend'), step.served('2026-10-22'));
  expect(told(amended).slice(-3)).toEqual([
    ['served', '2026-10-22', 'served,bounced'],
    ['representations', 'not yet', 'representations,waiver'],
    ['finalPlan', 'open', 'final-plan,not-to-amend'],
  ]);
  const decided = review(step.meeting('2026-10-02'), step.decision('2026-10-20', 'maintain'));
  expect(told(decided).map(([key]) => key)).toEqual(['invitations', 'advice', 'meeting', 'report', 'decision']);
});

it.each([
  ['EHC-08: without any meeting', [step.decision('2026-10-20', 'maintain')]],
  ['after a meeting without a report', [step.meeting('2026-10-02'), step.decision('2026-10-20', 'maintain')]],
])('decided %s: nothing of what leads to the decision comes next any more', (_, steps) => {
  const decided = review(...steps);
  expect(decided.find(({ key }) => key === 'decision')?.doneOn).toBe('2026-10-20');
  expect(decided.filter(({ open }) => open).map(({ key }) => key)).toEqual([]);
});

it('EHC-28: what was dropped or issued is not asked of the family any more', () => {
  const amended = [
    step.meeting('2026-10-02'),
    step.decision('2026-10-20', 'amend'),
    step.served('2026-10-22'),
  ] as const;
  const forms = (of: ReturnType<typeof review>) =>
    of
      .filter(({ key, open }) => open || ['representations', 'finalPlan'].includes(key))
      .map(({ key, open, forms: offered }) => [key, open, offered.length]);
  const after = [
    ['representations', false, 0],
    ['finalPlan', false, 0],
  ];
  expect(forms(review(...amended, step.final('2026-11-10')))).toEqual(after);
  const dropped = {
    type: 'DropAmendments',
    on: '2026-11-10',
    reason: 'they were right',
    appealRightsGiven: true,
  } as const;
  expect(forms(review(...amended, dropped))).toEqual(after);
});

describe('EHC-10: whether the outcomes of education or training have been achieved', () => {
  const said = (finding: string) =>
    ({ type: 'RecordReviewPoint', on: '2026-11-02', point: 'outcomes-achieved', finding, newCycleId: 'n' }) as never;
  const decided = step.decision('2026-11-20', 'maintain', { lacksReason: 'said later' });
  const meetingStep = (birthDate: string, ...further: Steps) => {
    const { steps, review: shown } = listed([step.meeting('2026-11-02'), ...further], birthDate);
    const { forms } = steps.find(({ key }) => key === 'meeting')!;
    return [namesOf(forms).join(), shown.pointsLeft.includes('outcomes-achieved')];
  };

  it.each([
    ['2007-11-01', 'review-point'],
    ['2007-11-02', 'review-point'],
    ['2007-11-03', ''],
  ])('born on %s, at the meeting of 2 Nov 2026: %j', (birthDate, form) => expect(meetingStep(birthDate)[0]).toBe(form));

  it('"not considered" is no answer: the form stays while that stands, after the decision too', () => {
    expect(meetingStep('2007-11-02', said('not-considered'))).toEqual(['review-point', true]);
    expect(meetingStep('2007-11-02', said('not-considered'), decided)).toEqual(['review-point', true]);
    expect(meetingStep('2007-11-02', said('not-considered'), decided, said('considered'))).toEqual(['', false]);
    expect(meetingStep('2007-11-02', said('does-not-apply'))).toEqual(['', false]);
  });
});
