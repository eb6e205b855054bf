// Corrections are new facts with a reason; the state follows them wherever the date stands (REC-24).
import { given } from '../../kernel/given-when-then.js';
import { clockStartOf, statusOfCycle } from './domain/cycles.js';
import { ehcPlan } from './ehc-plan.js';
import { factsIn } from './queries/list-plan-facts.js';
import { statusOf } from './domain/plan-status.js';
import { ehcEvents as events } from './domain/events.js';
import { after, ask, day, issued, personId, rulePack, stateOf, step } from './domain/history-for-tests.js';

// Events are e1 (plan), e2 (meeting), e3 (decision), e4 (next meeting).
const history = after(
  [issued('2023-11-20')],
  step.meeting('2024-11-01'),
  step.decision('2024-11-25', 'maintain'),
  step.meeting('2025-10-20'),
);
const correct = (correctsEventId: string, to: string, field = 'on') =>
  ({ type: 'CorrectDate', on: '2026-01-05', correctsEventId, field, to, reason: 'the letter says so' }) as never;

describe('Corrections', () => {
  it('EHC-03: a corrected decision date moves the clock of the next review', () => {
    const state = stateOf(after(history, correct('e3', '2024-11-28')));
    expect(state.cycles[0]?.decision?.on).toBe('2024-11-28');
    expect(clockStartOf(state, state.cycles[1])).toMatchObject({ on: '2024-11-28', eventId: 'e3' });
  });

  it('says nothing when the date is the same, and needs a fact that exists, and a day that is over', () => {
    expect(given(ehcPlan, history).when(correct('e3', '2024-11-25')).facts).toEqual([]);
    expect(given(ehcPlan, history).when(correct('nothing', '2024-11-25')).refusal?.type).toBe('not-found');
    expect(given(ehcPlan, history).when(correct('e3', '2026-02-01')).refusal?.parts.fields?.[0]?.field).toBe('to');
  });

  it('EHC-08: a correction cannot put a decision before its meeting', () => {
    expect(given(ehcPlan, history).when(correct('e3', '2024-10-30')).refusal?.parts).toMatchObject({
      rule: 'EHC-08',
      fields: [{ field: 'to' }],
    });
  });

  describe('EHC-02: the reviews keep their order, by which each clock runs', () => {
    const order = (facts: typeof history) => stateOf(facts).cycles.map(({ meeting }) => meeting?.on);

    it.each(['2024-11-02', '2024-11-01'])(
      'a meeting of the second is corrected to %s, not before that of the first',
      (to) => {
        expect(order(after(history, correct('e4', to)))).toEqual(['2024-11-01', to]);
      },
    );

    it('nor to the day before', () => {
      const refused = given(ehcPlan, history).when(correct('e4', '2024-10-31')).refusal;
      expect(refused?.parts).toMatchObject({ rule: 'EHC-02', help: expect.stringContaining('taken back') as string });
    });

    it('a review that was left undecided before it stays before it', () => {
      const opened = (on: string, cycleId: string) => events.cycleOpened.fact(day(on), { cycleId, kind: 'annual' });
      const two = after(
        [issued('2023-11-20'), opened('2024-10-01', 'a'), opened('2025-09-01', 'b')],
        step.meeting('2024-11-01', { cycleId: 'a' }),
        step.meeting('2025-10-20', { cycleId: 'b' }),
      );
      expect(order(after(two, correct('e4', '2025-10-20')))).toEqual(['2025-10-20', '2025-10-20']);
      expect(given(ehcPlan, two).when(correct('e4', '2025-10-21')).refusal?.parts.rule).toBe('EHC-02');
    });
  });

  it('EHC-02: a withdrawn decision notice leaves its review without one', () => {
    const withdrawn = after(history, {
      type: 'WithdrawFact',
      on: '2026-01-05',
      eventId: 'e3',
      reason: 'belongs to another child',
    });
    const state = stateOf(withdrawn);
    expect(statusOfCycle(state, state.cycles[0]!)).toBe('left undecided');
    expect(clockStartOf(state, state.cycles[1])?.on).toBe('2023-11-20');
  });

  it('REC-24: a meeting that was recorded twice stands as it was recorded first when the second is taken back', () => {
    const [plan, meeting] = history;
    const again = { ...meeting!, occurredOn: day('2024-11-08') };
    const withdrawn = after([plan!, meeting!, again], {
      type: 'WithdrawFact',
      on: '2026-01-05',
      eventId: 'e3',
      reason: 'belongs to another child',
    });
    expect(stateOf([plan!, meeting!, again]).cycles[0]?.meeting).toMatchObject({ on: '2024-11-08', eventId: 'e3' });
    expect(stateOf(withdrawn).cycles[0]?.meeting).toMatchObject({ on: '2024-11-01', eventId: 'e2' });
  });

  it('REC-24: a corrected day of a plan leaves the day on which it was recorded here first', () => {
    const state = stateOf(after(history, correct('e1', '2023-11-13')));
    expect([state.made?.on, state.followedSince?.recordedOn]).toEqual(['2023-11-13', '2026-01-01']);
    const ofThePlan = factsIn(state).filter(({ eventId }) => eventId === 'e1');
    expect(ofThePlan).toEqual([{ eventId: 'e1', field: 'on', on: '2023-11-13' }]);
  });

  it('a further date of a fact is corrected by its own name, and leaves the day of the fact', () => {
    const arranged = events.meetingPlanned.fact(day('2026-01-02'), { cycleId: 'c9', meetingOn: day('2026-03-02') });
    const state = stateOf(after([...history, arranged], correct('e5', '2026-03-09', 'meetingOn')));
    expect(state.cycles.at(-1)?.arranged).toEqual([
      { on: '2026-01-02', eventId: 'e5', meetingOn: { on: '2026-03-09', eventId: 'e5', field: 'meetingOn' } },
    ]);
  });

  describe('EHC-75: a letter under appeal', () => {
    const letter = { letterEventId: 'e3' };
    const appealed = after(history, {
      type: 'RegisterAppeal',
      on: '2025-01-20',
      appealId: 'a',
      placementOnly: false,
      ...letter,
    });
    const takeBack = (eventId: string) =>
      ({ type: 'WithdrawFact', on: '2026-01-05', eventId, reason: 'sent to another' }) as never;

    it('is not taken back before the appeal is: that would stand on nothing', () => {
      expect(given(ehcPlan, appealed).when(takeBack('e3')).refusal?.parts).toMatchObject({
        rule: 'EHC-75',
        help: expect.stringContaining('appeal') as string,
      });
      const without = after(appealed, takeBack('e5'));
      expect(
        given(ehcPlan, without)
          .when(takeBack('e3'))
          .facts.map(({ type }) => type),
      ).toEqual(['FactWithdrawn']);
    });

    it('nor under a mediation', () => {
      const mediated = after(history, {
        type: 'RecordMediation',
        on: '2025-01-10',
        step: 'contacted',
        ...letter,
      } as never);
      expect(given(ehcPlan, mediated).when(takeBack('e3')).refusal?.parts.rule).toBe('EHC-75');
    });

    it('EHC-70: is corrected to the day of the appeal, and to no later one', () => {
      expect(given(ehcPlan, appealed).when(correct('e3', '2025-01-20')).refusal).toBeUndefined();
      expect(given(ehcPlan, appealed).when(correct('e3', '2025-01-21')).refusal?.parts.rule).toBe('EHC-70');
    });
  });

  it('REC-24: the beginning of a plan is not taken back while more stands on it: all of that would be on no list', () => {
    const takeBack = { type: 'WithdrawFact', on: '2026-01-05', eventId: 'e1', reason: 'another child' } as never;
    const refused = given(ehcPlan, history).when(takeBack).refusal;
    expect(refused?.parts).toMatchObject({
      rule: 'REC-24',
      help: expect.stringContaining('other 3 entries') as string,
    });
    const alone = given(ehcPlan, after([issued('2023-11-20')])).when(takeBack);
    expect(alone.facts.map(({ type }) => type)).toEqual(['FactWithdrawn']);
  });

  it('a withdrawn plan is no plan', () => {
    const withdrawn = after([issued('2023-11-20')], {
      type: 'WithdrawFact',
      on: '2026-01-05',
      eventId: 'e1',
      reason: 'wrong child',
    });
    expect(statusOf(stateOf(withdrawn)).status).toBe('withdrawn');
    expect(stateOf(withdrawn)).toMatchObject({ personId, authority: '882', rulePack });
    expect(given(ehcPlan, withdrawn).when(ask(step.meeting('2026-01-02'))).refusal?.type).toBe('not-found');
  });
});
