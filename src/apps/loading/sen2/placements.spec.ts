// Where a young person learns, as one return after another tells it: from which day, and to which.
import { ehcPlan } from '../../../cases/ehc-plan/ehc-plan.js';
import { placementOn } from '../../../cases/ehc-plan/domain/schooling.js';
import type { Plan } from '../../../cases/ehc-plan/domain/state.js';
import { civilDate as day } from '../../../kernel/calendar/index.js';
import { fold } from '../../../kernel/decider.js';
import type { Sen2Placement } from '../files/index.js';
import { planCommands } from './plan-commands.js';

type Told = Partial<Omit<Sen2Placement, 'entryDate' | 'leavingDate'>> & {
  readonly entryDate?: string;
  readonly leavingDate?: string;
};

/** The plan after one more return. */
function returned(plan: Plan, referenceDate: string, placements: readonly Told[]): Plan {
  const told = placements.map((each) => ({ line: 1, ...each }) as Sen2Placement);
  const commands = planCommands(
    {
      planId: 'plan',
      personId: 'p1',
      authority: '882',
      referenceDate: day(referenceDate),
      loadedOn: day('2027-02-01'),
      birthDate: day('2012-03-04'),
      startDate: day('2020-05-01'),
      named: { line: 1, startDate: day('2020-05-01'), planDetails: [] },
      active: { line: 1, placements: told, needs: [] },
    },
    plan,
  );
  let count = plan.placements.length * 100;
  return commands.reduce((state, command) => {
    const facts = ehcPlan.decide(command, state);
    return fold(
      ehcPlan.evolve,
      state,
      facts.map((fact) => ({ ...fact, id: `${referenceDate} ${++count}`, recordedAt: '2027-02-01T09:00:00.000Z' })),
    );
  }, plan);
}

const urns = (plan: Plan, ...days: readonly string[]) => days.map((on) => placementOn(plan, day(on))?.urn);
const ends = (plan: Plan) => plan.placements.map(({ urn, to }) => [urn, to?.on]);

const primary = { urn: '100001', entryDate: '2020-09-01' };
const secondary = { urn: '100002', entryDate: '2025-09-01' };

describe('a placement of a return', () => {
  it('lasts to the leaving date of the return, that day included', () => {
    const plan = returned(ehcPlan.initial, '2026-01-15', [{ ...primary, leavingDate: '2025-07-22' }]);
    expect(ends(plan)).toEqual([['100001', '2025-07-22']]);
    expect(urns(plan, '2020-08-31', '2020-09-01', '2025-07-21', '2025-07-22', '2025-07-23')).toEqual([
      undefined,
      '100001',
      '100001',
      '100001',
      undefined,
    ]);
  });

  it('that the next return does not tell of ended when the one it tells of began', () => {
    const before = returned(ehcPlan.initial, '2025-01-16', [primary]);
    expect(ends(before)).toEqual([['100001', undefined]]);
    const after = returned(before, '2026-01-15', [secondary]);
    expect(ends(after)).toEqual([
      ['100001', '2025-09-01'],
      ['100002', undefined],
    ]);
    expect(urns(after, '2025-08-31', '2025-09-01', '2025-09-02')).toEqual(['100001', '100002', '100002']);
  });

  it.each([
    ['2026-01-14', '2026-01-14'],
    ['2026-01-15', '2026-01-15'],
    ['2026-01-16', '2026-01-15'],
  ])('ends by the reference date of 15 Jan 2026 where the next one begins on %s', (entryDate, end) => {
    const before = returned(ehcPlan.initial, '2025-01-16', [primary]);
    expect(ends(returned(before, '2026-01-15', [{ ...secondary, entryDate }]))[0]).toEqual(['100001', end]);
  });

  it('goes on where a return tells of no placement at all, and beside a second one that began before it', () => {
    const before = returned(ehcPlan.initial, '2025-01-16', [primary]);
    expect(ends(returned(before, '2026-01-15', []))).toEqual([['100001', undefined]]);
    const both = returned(before, '2026-01-15', [primary, { ...secondary, placementRank: 2 }]);
    expect(ends(both).map(([, to]) => to)).toEqual([undefined, undefined]);
  });

  it('is left as it stands by the same return again', () => {
    for (const told of [[secondary], [{ ...primary, leavingDate: '2025-07-22' }, secondary]]) {
      const plan = returned(ehcPlan.initial, '2026-01-15', told);
      expect(returned(plan, '2026-01-15', told)).toEqual(plan);
    }
  });

  it('is not ended by an earlier return that comes later', () => {
    const newer = returned(ehcPlan.initial, '2026-01-15', [secondary]);
    expect(ends(returned(newer, '2025-01-16', [{ ...primary, leavingDate: '2025-07-22' }]))).toEqual([
      ['100002', undefined],
      ['100001', '2025-07-22'],
    ]);
  });

  it.each([
    ['the day before the return', '2026-01-14', undefined],
    ['the day of the return', '2026-01-15', undefined],
    ['the day after it', '2026-01-16', '2026-01-16'],
  ])('whose end was recorded here on %s goes on or not by a return that tells of none', (_, end, then) => {
    const known = returned(ehcPlan.initial, '2025-01-16', [primary]);
    const [{ id: placementId }] = known.placements as [Plan['placements'][number]];
    const facts = ehcPlan.decide({ type: 'EndPlacement', on: day(end), placementId }, known);
    const ended = fold(
      ehcPlan.evolve,
      known,
      facts.map((fact) => ({ ...fact, id: 'ended', recordedAt: '2026-02-01T09:00:00.000Z' })),
    );
    expect(ends(ended)).toEqual([['100001', end]]);
    expect(ends(returned(ended, '2026-01-15', [primary]))).toEqual([['100001', then]]);
  });
});
