// Whose the rights under a plan are, and that they are told in time (CAL-15, AMB-19).
import { past } from '../../../kernel/given-when-then.js';
import { fold } from '../../../kernel/decider.js';
import { deadlinesFor, packByVersion } from '../../../rules/index.js';
import { ehcPlan } from '../ehc-plan.js';
import type { EhcFact } from './events.js';
import { subjectsOf } from './facts.js';
import { after, ask, day, issued, stateOf } from './history-for-tests.js';
import { rightsOn } from './rights.js';

/** CAL-E17: born on 20 Aug 2010, compulsory school age ends on Fri 26 Jun 2026. */
const birth = { on: day('2010-08-20'), eventId: 'born' };

describe('CAL-15: the rights', () => {
  it.each([
    ['2026-06-25', 'parent'],
    ['2026-06-26', 'parent'],
    ['2026-06-27', 'young-person'],
  ])('CAL-E17: on %s they are of the %s', (on, holder) => {
    expect(rightsOn(birth.on, day(on))).toEqual({ holder, passOn: '2026-06-27' });
  });

  it('nobody can say whose they are without a birth date', () => {
    expect(rightsOn(undefined, day('2026-06-27'))).toEqual({ holder: 'not-known' });
  });
});

describe('CAL-15: that the rights pass is to be explained', () => {
  const rows = (facts: readonly EhcFact[], recordedAt = '2025-09-01T09:00:00.000Z') => {
    const plan = fold(ehcPlan.evolve, ehcPlan.initial, past(facts, recordedAt));
    const subject = subjectsOf('plan', plan, birth).find(
      ({ scope, label }) => scope === 'plan' && label === 'EHC plan',
    )!;
    const { pack, packVersion, scope, facts: known, flags } = subject;
    return deadlinesFor(packByVersion(pack, packVersion), scope, known, flags).filter(
      ({ key }) => key === 'rightsPass',
    );
  };

  it('by the end of compulsory school age, from half a year before', () => {
    const [row] = rows([issued('2025-03-15')]);
    expect(row).toMatchObject({ rule: 'CAL-15', dueOn: '2026-06-26', opensOn: '2025-12-26', force: 'practice' });
    expect(row?.metOn).toBeUndefined();
    expect(row?.basis().join(' ')).toContain('compulsory school age ends on 26 Jun 2026');
  });

  it('is met by the first explanation', () => {
    const told = (on: string) =>
      ({ type: 'ExplainRights', on, to: ['young-person', 'parent'], channel: 'post' }) as const;
    const history = after([issued('2025-03-15')], told('2026-05-20'), told('2026-06-30'));
    expect(rows(history)[0]?.metOn).toBe('2026-05-20');
  });

  it('CAL-15: an earlier explanation that is recorded later counts', () => {
    const told = (on: string) => ({ type: 'ExplainRights', on, to: ['young-person'], channel: 'post' }) as const;
    const history = after([issued('2025-03-15')], told('2026-07-20'), told('2026-05-20'));
    expect(rows(history)[0]?.metOn).toBe('2026-05-20');
  });

  it.each([
    ['the day before', '2026-06-25T09:00:00.000Z', 1],
    ['the day', '2026-06-26T09:00:00.000Z', 0],
    ['the day after', '2026-06-27T09:00:00.000Z', 0],
  ])('is not asked of a plan that came here when they had passed: recorded %s', (_, recordedAt, count) => {
    expect(rows([issued('2025-03-15')], recordedAt)).toHaveLength(count);
  });

  it('is refused without the young person', () => {
    const plan = stateOf([issued('2025-03-15')]);
    const alone = ask({ type: 'ExplainRights', on: '2026-05-20', to: ['parent'], channel: 'post' });
    expect(() => ehcPlan.decide(alone, plan)).toThrow('must name the young person');
  });
});
