// The order of reviews as it is kept must be the order as it is described.
import fc from 'fast-check';
import { addDays, civilDate } from '../../../kernel/calendar/index.js';
import { newCycle, type Cycle } from './cycle-state.js';
import { inOrder, placeOf, withCycle } from './cycles.js';
import { earliestDay, earliestOf, entriesOf } from './entries.js';
import { initial, type Plan } from './state.js';

const dayOf = (n: number) => addDays(civilDate('2026-01-01'), n);

interface Step {
  readonly id: string;
  readonly on: number;
  readonly what: 'report' | 'meeting' | 'advice' | 'arranged';
}

const changeOf =
  ({ on, what }: Step, nth: number) =>
  (cycle: Cycle): Partial<Cycle> => {
    const entry = { on: dayOf(on), eventId: `e${nth}` };
    // What an event carries beside its own day does not give a review its place.
    const meetingOn = { on: dayOf(on - 40), eventId: entry.eventId, field: 'meetingOn' };
    if (what === 'advice') return { advice: [...cycle.advice, { ...entry, role: 'setting', step: 'requested' }] };
    if (what === 'arranged') return { arranged: [...cycle.arranged, { ...entry, meetingOn }] };
    if (what === 'meeting') return { meeting: { ...entry } } as Partial<Cycle>;
    return { report: { ...entry, recommends: 'maintain', sentTo: [] } } as unknown as Partial<Cycle>;
  };

/** As the words say it: where the place changed, the review goes behind all others and then all go in order. */
function plainly(cycles: readonly Cycle[], id: string, change: (cycle: Cycle) => Partial<Cycle>): readonly Cycle[] {
  const at = cycles.findIndex((each) => each.id === id);
  const before = cycles[at] ?? newCycle(id);
  const after = { ...before, ...change(before) };
  if (at >= 0 && placeOf(before) === placeOf(after)) return cycles.with(at, after);
  return inOrder([...cycles.filter((each) => each.id !== id), after]);
}

it('keeps the reviews in the order of their places, whatever is recorded of which and when', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    on: fc.integer({ min: 0, max: 6 }),
    what: fc.constantFrom<Step['what'][]>('report', 'meeting', 'advice', 'arranged'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let plan: Plan = initial;
      let expected: readonly Cycle[] = [];
      steps.forEach((each, nth) => {
        plan = withCycle(plan, each.id, changeOf(each, nth));
        expected = plainly(expected, each.id, changeOf(each, nth));
      });
      expect(plan.cycles).toEqual(expected);
      for (const cycle of plan.cycles)
        expect(earliestDay(cycle)).toBe(earliestOf(entriesOf(cycle).filter(({ field }) => field === undefined))?.on);
    }),
  );
});
