// A case counts here from the day on which it is held here: nobody is blamed for a day before it, whatever its dates are (EHC-51).
import {
  after,
  day,
  issued,
  personId,
  rulePack,
  stateOf,
  step,
} from '../../cases/ehc-plan/domain/history-for-tests.js';
import { ehcEvents } from '../../cases/ehc-plan/domain/events.js';
import { subjectsOf } from '../../cases/ehc-plan/domain/facts.js';
import { deadlineSubjects } from '../../cases/camhs-transition/domain/facts.js';
import { transition } from '../../cases/camhs-transition/transition.js';
import { opened } from '../../cases/camhs-transition/domain/transitions-for-tests.js';
import { fold } from '../../kernel/decider.js';
import { past } from '../../kernel/given-when-then.js';
import { holdsOn } from '../../rules/deadline.js';
import type { DeadlineSubject } from '../../rules/deadline-subject.js';
import { deadlinesOf } from './deadline-rows.js';

const heldOn = (subjects: readonly DeadlineSubject[], on: string) =>
  subjects.flatMap(deadlinesOf).filter((deadline) => holdsOn(deadline, day(on)));

describe('A plan that moved in on 20 December 2025', () => {
  const movedIn = [
    ehcEvents.planMovedIn.fact(day('2025-12-20'), {
      personId,
      authority: '882',
      rulePack,
      fromAuthority: '306',
      planMadeOn: day('2022-01-10'),
      lastReviewedOn: day('2024-06-01'),
    }),
  ];
  const birth = { on: day('2000-06-01'), eventId: 'born' };

  it.each([
    ['2025-12-19', 0],
    ['2025-12-20', 1],
    ['2025-12-21', 1],
  ])('EHC-51, EHC-53: on %s is asked here or not', (on, reviews) => {
    const held = heldOn(subjectsOf('p', stateOf(movedIn), birth), on);
    expect(held.filter(({ key }) => key === 'reviewAfterMove')).toHaveLength(reviews);
    if (reviews === 0) expect(held).toEqual([]);
  });

  it('EHC-51: a meeting that the earlier authority held asks nothing of this one for its own days', () => {
    const inherited = after(movedIn, step.meeting('2025-12-01'));
    expect(heldOn(subjectsOf('p', stateOf(inherited), birth), '2025-12-19')).toEqual([]);
    const decision = heldOn(subjectsOf('p', stateOf(inherited), birth), '2025-12-20').find(
      ({ key }) => key === 'decision',
    );
    expect(decision).toMatchObject({ dueOn: '2025-12-29' });
  });

  it('EHC-01: one made here counts from the day on which it was made', () => {
    const made = subjectsOf('p', stateOf([issued('2025-03-15')]), birth);
    expect([heldOn(made, '2025-03-14'), heldOn(made, '2025-03-15').length > 0]).toEqual([[], true]);
  });
});

describe('A transition that was referred in March and opened here in October 2024', () => {
  const born = { on: day('2008-05-15'), eventId: 'born' };
  const state = fold(
    transition.evolve,
    transition.initial,
    past([{ ...opened('a', { referredOn: '2024-03-04', send: true }), occurredOn: day('2024-10-07') }]),
  );
  const subjects = deadlineSubjects('t', state, { birthDate: born });

  it.each(['2024-06-01', '2024-10-06'])('TRN-07: is late for nothing on %s, though its gates lie before', (on) =>
    expect(heldOn(subjects, on)).toEqual([]),
  );

  it('TRN-07: is late for the planning from 14 from the day on which it was opened', () =>
    expect(heldOn(subjects, '2024-10-07').map(({ key, dueOn }) => [key, dueOn])).toContainEqual([
      'planningFrom14',
      '2024-03-04',
    ]));
});
