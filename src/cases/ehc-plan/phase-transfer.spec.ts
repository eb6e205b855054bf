// What meets the limit of a phase transfer, and what does not, however it was recorded (EHC-40 to EHC-46).
import { given } from '../../kernel/given-when-then.js';
import { deadlinesOf } from '../../engine/deadlines/deadline-rows.js';
import { ehcPlan } from './ehc-plan.js';
import { ehcEvents as events, type EhcFact } from './domain/events.js';
import { subjectsOf } from './domain/facts.js';
import { after, ask, day, issued, stateOf, step } from './domain/history-for-tests.js';

const transferOn = day('2026-09-01');
const expected = {
  type: 'ExpectPhaseTransfer',
  on: '2025-09-10',
  transferId: 't',
  phase: 'primary-to-secondary',
  transferOn,
} as const;
const placement = { placementId: 'next', kind: 'mainstream', urn: '100001' } as const;
const named = { type: 'NamePhaseSetting', on: '2026-02-10', placement } as const;

/** Amended two years before the transfer, and not reviewed since. */
const amendedLongAgo = after(
  [issued('2020-03-01')],
  step.meeting('2024-01-10'),
  step.decision('2024-01-20', 'amend'),
  step.served('2024-01-20'),
  step.final('2024-02-12'),
  expected,
);
const reviewed = after(amendedLongAgo, step.meeting('2025-10-01'), step.decision('2025-10-20', 'amend'));
const issuedAgain = after(reviewed, step.served('2025-10-20'), step.final('2025-12-10'));

const limit = (history: readonly EhcFact[]) =>
  subjectsOf('plan', stateOf(history))
    .filter(({ scope }) => scope === 'phase')
    .flatMap(deadlinesOf)
    .find(({ key }) => key === 'phasePlan');
const refusal = (history: readonly EhcFact[], command: Parameters<typeof ask>[0] = named) =>
  given(ehcPlan, history).when(ask(command)).refusal?.parts;

describe('A plan names the next setting', () => {
  it('EHC-46: and the next placement stands beside the present one from the day of the transfer', () => {
    const state = stateOf(after(issuedAgain, named));
    expect(state.transfers[0]?.named?.on).toBe('2026-02-10');
    expect(state.placements[0]?.from?.on).toBe('2026-09-01');
    expect(limit(after(issuedAgain, named))).toMatchObject({ dueOn: '2026-02-15', metOn: '2026-02-10' });
  });

  it('EHC-40: not by a plan of before this cycle, and not before the plan of this cycle is issued', () => {
    expect(refusal(amendedLongAgo)).toMatchObject({
      rule: 'EHC-40',
      detail: 'No final plan has been issued in the twelve months before this transfer.',
    });
    expect(refusal(reviewed)?.rule).toBe('EHC-40');
    expect(refusal(issuedAgain, { ...named, on: '2025-12-09' })?.rule).toBe('EHC-40');
    expect(refusal(issuedAgain, { ...named, on: '2025-12-10' })).toBeUndefined();
  });

  it('EHC-40: by a plan on the order of the Tribunal, and without a review of this cycle the limit stays open', () => {
    const ordered = after(amendedLongAgo, step.final('2025-12-10', { origin: 'tribunal' }), named);
    expect(limit(ordered)).toMatchObject({ dueOn: '2026-02-15', metOn: undefined });
    const decided = after(reviewed, step.final('2025-12-10', { origin: 'tribunal' }), named);
    expect(limit(decided)?.metOn).toBe('2026-02-10');
  });

  it('EHC-46: not without a setting, unless the next placement is recorded already', () => {
    const { placement: _, ...without } = named;
    expect(refusal(issuedAgain, without)).toMatchObject({ rule: 'EHC-46', fields: [{ field: 'kind' }] });
    const ahead = after(issuedAgain, {
      type: 'RecordPlacement',
      on: '2026-02-01',
      details: { ...placement, from: transferOn },
    });
    expect(limit(after(ahead, without))?.metOn).toBe('2026-02-10');
  });

  it('EHC-40: late, when review and plan come after the limit, is late and not undone', () => {
    const late = after(
      amendedLongAgo,
      step.meeting('2026-09-20'),
      step.decision('2026-10-01', 'amend'),
      step.served('2026-10-01'),
      step.final('2026-11-02'),
      { ...named, on: '2026-11-02' },
    );
    expect(limit(late)?.metOn).toBe('2026-11-02');
  });
});

describe('The review of a phase transfer', () => {
  const phase = (history: readonly EhcFact[]) =>
    subjectsOf('plan', stateOf(history)).find(({ scope }) => scope === 'phase')?.facts;

  it.each([
    ['2025-08-31', false],
    ['2025-09-01', true],
    ['2026-08-31', true],
    ['2026-09-01', false],
  ])('EHC-40: met on %s, the twelve months before 1 Sep 2026 hold it or not', (metOn, isOf) => {
    const history = after([issued('2020-03-01')], expected, step.meeting(metOn));
    expect(phase(history)?.['meeting']?.on).toBe(isOf ? metOn : undefined);
    const decided = after([issued('2020-03-01')], expected, step.decision(metOn, 'amend'));
    expect(phase(decided)?.['amendmentNotice']?.on).toBe(isOf ? metOn : undefined);
  });

  it.each([
    ['2025-08-31', undefined],
    ['2025-09-01', '2026-02-10'],
  ])('EHC-40: a review that met on %s, with the plan that follows it, meets the limit or not', (metOn, namedOn) => {
    const history = after(
      [issued('2020-03-01')],
      expected,
      step.meeting(metOn),
      step.decision('2025-09-20', 'amend'),
      step.served('2025-09-20'),
      step.final('2025-10-20'),
      named,
    );
    expect(limit(history)?.metOn).toBe(namedOn);
  });

  it.each([
    ['2025-08-31', 'EHC-40'],
    ['2025-09-01', undefined],
  ])('EHC-40: a plan of %s on the order of the Tribunal may name the setting or not', (finalOn, rule) => {
    const ordered = after([issued('2020-03-01')], expected, step.final(finalOn, { origin: 'tribunal' }));
    expect(refusal(ordered)?.rule).toBe(rule);
  });

  it('EHC-40: a plan issued on the day of the decision follows it, one of the day before does not', () => {
    const metOn = (finalOn: string) =>
      limit(after(reviewed, step.final(finalOn, { origin: 'tribunal' }), named))?.metOn;
    expect(metOn('2025-10-19')).toBeUndefined();
    expect(metOn('2025-10-20')).toBe('2026-02-10');
    const atOnce = after(reviewed, step.final('2025-10-20', { origin: 'tribunal' }), { ...named, on: '2025-10-20' });
    expect(limit(atOnce)?.metOn).toBe('2025-10-20');
  });
});

describe('What was recorded before these were asked for', () => {
  const recorded = (history: readonly EhcFact[], placementId?: string): readonly EhcFact[] => [
    ...history,
    events.phaseNamed.fact(day('2026-02-10'), { transferId: 't', placementId }),
  ];

  it.each([
    ['with no review of this cycle', amendedLongAgo],
    ['with a review and no plan after it', reviewed],
    ['with no setting', issuedAgain],
  ])('EHC-40: a naming %s leaves the limit open, and can be recorded anew', (_, history) => {
    expect(limit(recorded(history))).toMatchObject({ dueOn: '2026-02-15', metOn: undefined });
    expect(limit(after(after(recorded(issuedAgain)), named))?.metOn).toBe('2026-02-10');
  });

  it('EHC-40: a final plan that is withdrawn opens the limit again', () => {
    const history = after(issuedAgain, named);
    const state = stateOf(history);
    const final = state.finals.find(({ on }) => on === '2025-12-10')!;
    const withdrawn = after(history, {
      type: 'WithdrawFact',
      on: '2026-02-12',
      eventId: final.eventId,
      reason: 'it was of another child',
    });
    expect(limit(withdrawn)?.metOn).toBeUndefined();
  });
});

describe('A date that only a return tells', () => {
  const returned = (finalOn: string) =>
    after([issued('2020-03-01')], {
      type: 'RecordReturnedPhaseTransfer',
      on: '2026-01-15',
      loadedOn: day('2026-01-15'),
      transferId: 't',
      dueOn: day('2026-02-15'),
      finalOn: day(finalOn),
    });

  it.each([
    ['2025-08-31', undefined],
    ['2025-09-01', '2025-09-01'],
    ['2026-01-10', '2026-01-10'],
  ])('EHC-40: of a final plan on %s is of this cycle from twelve months before the transfer on', (finalOn, metOn) =>
    expect(limit(returned(finalOn))?.metOn).toBe(metOn),
  );
});
