// Notices, service, representations and the final plan (EHC-23 to EHC-29, R2, R14).
import { given } from '../../../kernel/given-when-then.js';
import { amendmentNoticeOf, servedOf } from './cycle-state.js';
import { ehcPlan } from '../ehc-plan.js';
import { subjectsOf } from './facts.js';
import { withoutFinal } from './final-recipients.js';
import { after, ask, day, issued, stateOf, step } from './history-for-tests.js';
import type { Recipient } from './words.js';

const met = after([issued('2024-11-20')], step.meeting('2025-11-10'));
const amend = (on: string, more: object = {}) => after(met, step.decision(on, 'amend', more));
const refusalOf = (history: typeof met, command: Parameters<typeof ask>[0]) =>
  given(ehcPlan, history).when(ask(command)).refusal?.parts;

describe('Notices and the final plan', () => {
  it('EHC-24: a decision to amend must say whether the proposed amendments went with it', () => {
    expect(refusalOf(met, step.decision('2025-12-01', 'amend', { proposedChanges: undefined }))?.rule).toBe('EHC-24');
  });

  it('EHC-24: amendments that went with a decision not to amend are not left out in silence', () => {
    for (const outcome of ['maintain', 'cease'])
      expect(refusalOf(met, step.decision('2025-12-01', outcome, { proposedChanges: 'attached' }))).toMatchObject({
        rule: 'EHC-24',
        fields: [{ field: 'proposedChanges' }],
      });
  });

  it('EHC-24, R2: "we will amend" without the amendments completes the review but is no amendment notice', () => {
    const announced = amend('2025-12-01', { proposedChanges: 'not-attached' });
    expect(amendmentNoticeOf(stateOf(announced).cycles[0]!)).toBeUndefined();
    expect(refusalOf(announced, step.final('2026-01-20'))?.rule).toBe('EHC-24');
    const sent = after(announced, { type: 'SendAmendmentNotice', on: '2025-12-09', newAmendmentId: 'unused' });
    expect(amendmentNoticeOf(stateOf(sent).cycles[0]!)?.on).toBe('2025-12-09');
  });

  it('R10: to maintain needs a reason', () => {
    expect(refusalOf(met, step.decision('2025-12-01', 'maintain', { reason: ' ' }))?.rule).toBe('R10');
  });

  it('EHC-25, EHC-E21: served on 1 Dec 2025, the final plan of 15 Dec is refused and that of 16 Dec is not', () => {
    const served = after(amend('2025-12-01'), step.served('2025-12-01'));
    expect(refusalOf(served, step.final('2025-12-15'))).toMatchObject({
      rule: 'EHC-25',
      detail: expect.stringContaining('16 Dec 2025') as string,
    });
    expect(refusalOf(served, step.final('2025-12-16'))).toBeUndefined();
  });

  it('EHC-25: one that did go out too early is kept as such, with its reason', () => {
    const served = after(amend('2025-12-01'), step.served('2025-12-01'));
    const state = stateOf(after(served, step.final('2025-12-15', { reasonForEarly: 'sent by mistake' })));
    expect(state.finals[0]).toMatchObject({ on: '2025-12-15', issuedEarly: true });
  });

  it('EHC-25: the family may waive the fifteen days, in writing only', () => {
    const served = after(amend('2025-12-01'), step.served('2025-12-01'));
    expect(refusalOf(served, { type: 'WaiveRepresentations', on: '2025-12-03', inWriting: false })?.rule).toBe(
      'EHC-25',
    );
    const waived = after(served, { type: 'WaiveRepresentations', on: '2025-12-03', inWriting: true });
    expect(refusalOf(waived, step.final('2025-12-04'))).toBeUndefined();
  });

  it('R14: what bounced was not served; the fifteen days run from the second channel', () => {
    const bounced = after(
      amend('2025-12-01'),
      step.served('2025-12-01', 'email'),
      { type: 'RecordBounce', on: '2025-12-02', channel: 'email' },
      step.served('2025-12-04', 'post'),
    );
    expect(servedOf(stateOf(bounced).cycles[0]!)?.on).toBe('2025-12-04');
    expect(refusalOf(bounced, step.final('2025-12-18'))?.rule).toBe('EHC-25');
    expect(refusalOf(bounced, step.final('2025-12-19'))).toBeUndefined();
  });

  const bounce = (on: string, channel = 'email') => ({ type: 'RecordBounce', on, channel }) as never;

  it('EHC-25, EHC-26: after a notice that came back and was not served again a final plan is refused, however late', () => {
    const back = after(amend('2025-12-01'), step.served('2025-12-01', 'email'), bounce('2025-12-02'));
    expect(refusalOf(back, step.final('2026-03-01'))?.rule).toBe('EHC-25');
    // In writing they may do without the time; and what did go out is kept, with its reason, as too early.
    const waived = after(back, { type: 'WaiveRepresentations', on: '2025-12-10', inWriting: true });
    expect(refusalOf(waived, step.final('2025-12-10'))).toBeUndefined();
    const gone = after(back, step.final('2026-01-20', { reasonForEarly: 'nobody had looked at the post' }));
    expect(stateOf(gone).finals[0]).toMatchObject({ on: '2026-01-20', issuedEarly: true });
    const again = after(back, step.served('2026-01-05', 'post'));
    expect(refusalOf(again, step.final('2026-01-19'))?.rule).toBe('EHC-25');
    expect(refusalOf(again, step.final('2026-01-20'))).toBeUndefined();
    // By word of nobody that it came back, the fifteen days run from the notice as before.
    expect(refusalOf(amend('2025-12-01'), step.final('2025-12-16'))).toBeUndefined();
  });

  it('R14: a letter that came back needs nobody to have said that it was served; said later, it is the one that bounced', () => {
    const back = after(amend('2025-12-01'), bounce('2025-12-04'));
    expect(refusalOf(back, step.final('2026-01-20'))?.rule).toBe('EHC-25');
    const said = after(back, step.served('2025-12-02', 'email'));
    expect(servedOf(stateOf(said).cycles[0]!)).toBeUndefined();
    expect(stateOf(said).cycles[0]?.services).toMatchObject([{ on: '2025-12-02', bounced: { on: '2025-12-04' } }]);
    expect(servedOf(stateOf(after(said, step.served('2025-12-05', 'email'))).cycles[0]!)?.on).toBe('2025-12-05');
    expect(refusalOf(met, bounce('2025-12-04'))).toBeDefined();
    expect(
      refusalOf(amend('2025-12-01'), {
        ...(bounce('2025-11-30') as object),
        cycleId: stateOf(met).cycles[0]!.id,
      } as never),
    ).toBeDefined();
  });

  it.each([
    ['2025-11-30', undefined, '2025-12-24'],
    ['2025-12-08', undefined, '2025-12-24'],
    ['2025-12-09', '2025-12-09', '2025-12-24'],
    ['2025-12-10', '2025-12-10', '2025-12-25'],
  ])(
    'EHC-25: of a notice of 9 Dec 2025 a service on %s counts from its own day on, and no earlier',
    (on, servedOn, free) => {
      const announced = amend('2025-11-30', { proposedChanges: 'not-attached' });
      const cycleId = stateOf(met).cycles[0]!.id;
      // What was served before is the letter that only announced: nobody had the amendments yet.
      const early = on < '2025-12-09' ? [{ type: 'ServeNotice', on, cycleId, channel: 'post' } as const] : [];
      const late = on < '2025-12-09' ? [] : [step.served(on)];
      const sent = { type: 'SendAmendmentNotice', on: '2025-12-09', newAmendmentId: 'unused' } as const;
      const history = after(announced, ...early, sent, ...late);
      expect(servedOf(stateOf(history).cycles[0]!)?.on).toBe(servedOn);
      const dayBefore = `2025-12-${Number(free.slice(-2)) - 1}`;
      expect(refusalOf(history, step.final(dayBefore))?.rule).toBe('EHC-25');
      expect(refusalOf(history, step.final(free))).toBeUndefined();
    },
  );

  it('EHC-25: nothing is served before it was sent', () => {
    expect(refusalOf(amend('2025-12-01'), step.served('2025-11-30'))).toBeDefined();
    const byId = {
      type: 'ServeNotice',
      on: '2025-11-30',
      channel: 'post',
      cycleId: stateOf(met).cycles[0]!.id,
    } as const;
    expect(refusalOf(amend('2025-12-01'), byId)).toMatchObject({ rule: 'EHC-25', fields: [{ field: 'on' }] });
  });

  it('EHC-28: amendments can be dropped with a reason, and then there is no final plan', () => {
    const dropped = after(amend('2025-12-01'), {
      type: 'DropAmendments',
      on: '2026-01-10',
      reason: 'after representations',
      appealRightsGiven: true,
    });
    expect(stateOf(dropped).cycles[0]?.dropped?.on).toBe('2026-01-10');
    expect(given(ehcPlan, dropped).when(ask(step.final('2026-01-20'))).refusal).toBeDefined();
  });

  it('EHC-29: a final plan that the family did not get is not issued', () => {
    const served = after(amend('2025-12-01'), step.served('2025-12-01'));
    expect(refusalOf(served, step.final('2026-01-20', { recipients: ['icb'] }))?.rule).toBe('EHC-29');
  });

  describe('EHC-29: a final plan goes to three', () => {
    const served = after(amend('2025-12-01'), step.served('2025-12-01'));
    const toFamily = { recipients: ['family'] };
    const sent = (history: typeof served) =>
      subjectsOf('p', stateOf(history)).find(({ scope }) => scope === 'cycle')?.facts['finalPlanSentToAll']?.on;

    it('sent to the family alone, it names who is left, and is recorded when the others are to follow', () => {
      const refused = refusalOf(served, step.final('2026-01-20', toFamily));
      expect([refused?.rule, refused?.detail]).toEqual([
        'EHC-29',
        'The final plan goes to three; not named: the institution, the ICB.',
      ]);
      const issuedToFamily = after(served, step.final('2026-01-20', { ...toFamily, restToFollow: true }));
      expect(withoutFinal(stateOf(issuedToFamily), stateOf(issuedToFamily).finals[0]!)).toEqual(['setting', 'icb']);
      expect(sent(issuedToFamily)).toBeUndefined();
    });

    it('is with all of them on the day on which the last one got it', () => {
      const { id: cycleId } = stateOf(met).cycles[0]!;
      const copy = (on: string, recipients: readonly Recipient[]) =>
        ({ type: 'CopyFinalPlan', on, recipients, cycleId }) as const;
      expect(refusalOf(served, copy('2026-01-22', ['icb']))?.rule).toBe('EHC-29');
      const first = after(served, step.final('2026-01-20', { ...toFamily, restToFollow: true }));
      expect(refusalOf(first, copy('2026-01-19', ['icb']))?.rule).toBe('EHC-29');
      const second = after(first, copy('2026-01-22', ['setting']));
      expect(sent(second)).toBeUndefined();
      expect(sent(after(second, copy('2026-02-02', ['icb', 'setting'])))).toBe('2026-02-02');
      expect(sent(after(served, step.final('2026-01-20')))).toBe('2026-01-20');
    });

    it('where no institution is attended the family and the ICB are all', () => {
      const home = { placementId: 'p', kind: 'EHE', from: day('2025-09-01'), outOfArea: false } as const;
      const atHome = after(served, { type: 'RecordPlacement', on: '2025-12-03', details: home });
      expect(refusalOf(atHome, step.final('2026-01-20', { recipients: ['family', 'icb'] }))).toBeUndefined();
    });
  });

  it('EHC-23: a second decision on the same review is refused', () => {
    const history = amend('2025-12-01');
    const again = step.decision('2025-12-01', 'maintain');
    expect(given(ehcPlan, history).when(ask(again)).refusal?.type).toBe('already-exists');
  });
});
