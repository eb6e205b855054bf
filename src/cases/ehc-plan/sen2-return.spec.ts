// What a SEN2 return adds: its latest meeting and latest decision may belong to different reviews (F4, R4, EHC-02).
import { given } from '../../kernel/given-when-then.js';
import { amendmentNoticeOf, outcomeOf } from './domain/cycle-state.js';
import { clockStartOf } from './domain/cycles.js';
import { ehcPlan } from './ehc-plan.js';
import { after, ask, issued, stateOf, step } from './domain/history-for-tests.js';

const plan = [issued('2017-02-16')];
const january = '2025-01-16';
const nextYear = '2026-01-15';
const reviewsOf = (history: ReturnType<typeof after>) =>
  stateOf(history).cycles.map(({ meeting, decision }) => [meeting?.on, decision?.on]);
const again = (history: ReturnType<typeof after>, on: string, given_: object) =>
  given(ehcPlan, history).when(ask(step.returned(on, given_))).facts;

describe('A returned review', () => {
  it('R4: a decision on or after the meeting is of the same review', () => {
    const row = { meetingOn: '2024-10-07', decisionSentOn: '2024-11-04', outcome: 'amend' };
    const history = after(plan, step.returned(january, row));
    expect(reviewsOf(history)).toEqual([['2024-10-07', '2024-11-04']]);
    expect(again(history, january, row)).toEqual([]);
    expect(again(history, nextYear, row)).toEqual([]);
  });

  it('R4: a decision before the meeting is of an earlier review, and the review of the meeting is open', () => {
    const row = { meetingOn: '2024-10-07', decisionSentOn: '2023-11-04', outcome: 'amend' };
    const history = after(plan, step.returned(january, row));
    expect(reviewsOf(history)).toEqual([
      [undefined, '2023-11-04'],
      ['2024-10-07', undefined],
    ]);
    const [earlier, open] = stateOf(history).cycles;
    expect(outcomeOf(earlier!)).toBeUndefined();
    expect(open?.stated[0]?.outcome).toBe('amend');
    expect(again(history, january, row)).toEqual([]);
  });

  it('EHC-02: an outcome without the date of its notice completes nothing', () => {
    const row = { meetingOn: '2024-10-07', outcome: 'maintain' };
    const history = after(plan, step.returned(january, row));
    expect(reviewsOf(history)).toEqual([['2024-10-07', undefined]]);
    expect(again(history, january, row)).toEqual([]);
    const only = after(plan, step.returned(january, { outcome: 'maintain' }));
    expect(reviewsOf(only)).toEqual([[undefined, undefined]]);
    expect(again(only, january, { outcome: 'maintain' })).toEqual([]);
  });

  it('a later return completes the review of the meeting that it knew, and opens the next', () => {
    const first = after(plan, step.returned(january, { meetingOn: '2024-10-07', outcome: 'amend' }));
    const second = after(
      first,
      step.returned(nextYear, { meetingOn: '2025-10-01', decisionSentOn: '2025-02-01', outcome: 'amend' }),
    );
    expect(reviewsOf(second)).toEqual([
      ['2024-10-07', '2025-02-01'],
      ['2025-10-01', undefined],
    ]);
  });

  it('a later return adds the newer review and nothing else', () => {
    const row = { meetingOn: '2024-10-07', decisionSentOn: '2024-11-04', outcome: 'amend' };
    const newer = { meetingOn: '2025-09-30', decisionSentOn: '2025-10-20', outcome: 'maintain' };
    const facts = again(after(plan, step.returned(january, row)), nextYear, newer);
    expect(facts.map(({ type, occurredOn }) => [type, occurredOn])).toEqual([
      ['ReviewMeetingHeld', '2025-09-30'],
      ['DecisionNoticeSent', '2025-10-20'],
    ]);
  });

  it('a changed date of the same review is a correction with its reason', () => {
    const first = after(
      plan,
      step.returned(january, { meetingOn: '2024-10-07', decisionSentOn: '2024-11-04', outcome: 'amend' }),
    );
    const facts = again(first, nextYear, { meetingOn: '2024-10-07', decisionSentOn: '2024-11-11', outcome: 'amend' });
    expect(facts).toMatchObject([
      {
        type: 'FactCorrected',
        data: { changes: [{ from: '2024-11-04', to: '2024-11-11' }], reason: 'the return says otherwise' },
      },
    ]);
    const meeting = again(first, nextYear, { meetingOn: '2024-10-14', decisionSentOn: '2024-11-04', outcome: 'amend' });
    expect(meeting).toMatchObject([
      { type: 'FactCorrected', data: { changes: [{ from: '2024-10-07', to: '2024-10-14' }] } },
    ]);
  });

  it('REC-24: a correction is dated on the day of the load; the date of the fact itself stays its own', () => {
    const row = { meetingOn: '2024-10-07', decisionSentOn: '2024-11-04', outcome: 'amend' };
    const first = after(plan, step.returned(january, row, '2025-02-20'));
    const [correction] = given(ehcPlan, first).when(
      ask(step.returned(nextYear, { ...row, decisionSentOn: '2024-11-11' }, '2026-03-02')),
    ).facts;
    expect(correction).toMatchObject({
      type: 'FactCorrected',
      occurredOn: '2026-03-02',
      data: { changes: [{ from: '2024-11-04', to: '2024-11-11' }] },
    });
  });

  it.each([
    ['EHC-65: an end', { type: 'RecordReturnedCease', on: '2024-10-31', ground: 'maximum-age' }, { on: '2024-11-30' }],
    [
      'EHC-40: a plan that names the next setting',
      { type: 'RecordReturnedPhaseTransfer', on: january, transferId: 't', dueOn: '2025-02-15', finalOn: '2025-01-10' },
      { on: nextYear, finalOn: '2025-01-13' },
    ],
  ])('REC-24: %s with another date in a later return is corrected on the day of that load', (_, said, otherwise) => {
    const first = after(plan, { ...said, loadedOn: '2025-02-20' } as never);
    const again = { ...said, ...otherwise, loadedOn: '2026-03-02' } as never;
    expect(given(ehcPlan, first).when(again).facts).toMatchObject([
      { type: 'FactCorrected', occurredOn: '2026-03-02' },
    ]);
  });

  it('an older return that is loaded late adds its review before the others', () => {
    const first = after(
      plan,
      step.returned(nextYear, { meetingOn: '2025-10-01', decisionSentOn: '2025-10-20', outcome: 'amend' }),
    );
    const both = after(
      first,
      step.returned(january, { meetingOn: '2024-10-07', decisionSentOn: '2024-11-04', outcome: 'amend' }),
    );
    expect(reviewsOf(both)).toEqual([
      ['2024-10-07', '2024-11-04'],
      ['2025-10-01', '2025-10-20'],
    ]);
  });

  it('a return does not overrule what a person recorded', () => {
    const recorded = after(plan, step.meeting('2024-10-07'), step.decision('2024-11-04', 'maintain'));
    const row = { meetingOn: '2024-10-07', decisionSentOn: '2024-11-11', outcome: 'maintain' };
    const { refusal } = given(ehcPlan, recorded).when(ask(step.returned(january, row)));
    expect(refusal?.parts.fields?.[0]?.field).toBe('decisionSentOn');
    expect(again(recorded, january, { ...row, decisionSentOn: '2024-11-04' })).toEqual([]);
  });

  it('EHC-24: an amend decision of a return stands for the amendment notice, with the return as its only evidence', () => {
    const history = after(
      plan,
      step.returned(january, { meetingOn: '2024-10-07', decisionSentOn: '2024-11-04', outcome: 'amend' }),
    );
    expect(amendmentNoticeOf(stateOf(history).cycles[0]!)).toMatchObject({ on: '2024-11-04', source: 'return' });
    const drafted = after(
      history,
      step.returned(nextYear, {
        meetingOn: '2024-10-07',
        decisionSentOn: '2024-11-04',
        outcome: 'amend',
        draftSentOn: '2024-11-20',
      }),
    );
    expect(amendmentNoticeOf(stateOf(drafted).cycles[0]!)?.on).toBe('2024-11-20');
  });

  it('EHC-01: no return tells how the years before its review went, so that review is not called late by them', () => {
    const row = { meetingOn: '2024-10-07', decisionSentOn: '2024-11-04', outcome: 'maintain' };
    const old = stateOf(after(plan, step.returned(january, row)));
    expect(clockStartOf(old, old.cycles[0])).toBeUndefined();
    expect(clockStartOf(old, undefined)?.on).toBe('2024-11-04');
    const young = stateOf(after([issued('2023-10-20')], step.returned(january, row)));
    expect(clockStartOf(young, young.cycles[0])?.on).toBe('2023-10-20');
    const told = after(
      plan,
      step.returned(january, row),
      step.returned('2024-01-18', { decisionSentOn: '2023-11-20' }),
    );
    expect(clockStartOf(stateOf(told), stateOf(told).cycles[1])?.on).toBe('2023-11-20');
  });

  it('EHC-01: a meeting before the plan was made is refused under its own field', () => {
    const { refusal } = given(ehcPlan, plan).when(ask(step.returned(january, { meetingOn: '2016-10-07' })));
    expect(refusal?.parts.fields?.[0]?.field).toBe('meetingOn');
  });

  it('EHC-40, EHC-42: the limit of a returned phase transfer tells which transfer it is, once', () => {
    const transfer = (dueOn: string) =>
      ({
        type: 'RecordReturnedPhaseTransfer',
        on: '2026-01-15',
        loadedOn: '2026-01-15',
        transferId: 't',
        dueOn,
        finalOn: '2026-01-10',
      }) as never;
    expect(stateOf(after(plan, transfer('2026-02-15'))).transfers[0]).toMatchObject({
      phase: 'primary-to-secondary',
      transferOn: { on: '2026-09-01' },
    });
    expect(stateOf(after(plan, transfer('2026-04-01'))).transfers[0]).toMatchObject({
      phase: 'post-16-to-post-16',
      transferOn: { on: '2026-09-01' },
    });
    expect(given(ehcPlan, after(plan, transfer('2026-03-31'))).when(transfer('2026-03-31')).facts).toEqual([]);
  });
});
