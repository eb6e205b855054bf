// REC-11: after a death nothing happens in a case but what ends it, and what puts right what was recorded.
import { civilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import type { Fact } from '../../kernel/events.js';
import { isOnwardError } from '../../kernel/errors.js';
import { ehcEvents } from '../../cases/ehc-plan/domain/events.js';
import { ehcPlanKind } from '../../cases/ehc-plan/domain/plan-kind.js';
import { transitionEvents } from '../../cases/camhs-transition/domain/events.js';
import { transitionKind } from '../../cases/camhs-transition/domain/transition-kind.js';
import { waitEvents } from '../../cases/waiting/domain/events.js';
import { waitKind } from '../../cases/waiting/domain/wait-kind.js';
import { ehcUseCases } from '../../cases/ehc-plan/use-cases.js';
import { transitionUseCases } from '../../cases/camhs-transition/use-cases.js';
import { waitingUseCases } from '../../cases/waiting/use-cases.js';
import { isCaseUseCase } from '../use-cases/case-use-case.js';
import { refuseAfterDeath } from './after-death.js';

const diedOn = civilDate('2026-04-20');
const day = civilDate;

const refused = (kind: object, command: string, fact: Fact): string | undefined => {
  try {
    refuseAfterDeath(kind as never, { command, facts: [fact] }, diedOn);
    return undefined;
  } catch (error) {
    if (!isOnwardError(error)) throw error;
    return error.parts.rule;
  }
};

const booked = (on: string) =>
  transitionEvents.appointmentBooked.fact(day(on), { appointmentId: 'a1', bookedFor: day('2026-06-01') });

test.each([
  ['2026-04-19', undefined],
  ['2026-04-20', undefined],
  ['2026-04-21', 'REC-11'],
])('an appointment booked on %s: %s', (on, rule) => {
  expect(refused(transitionKind, 'BookFirstAppointment', booked(on))).toBe(rule);
  expect(() =>
    refuseAfterDeath(transitionKind, { command: 'BookFirstAppointment', facts: [booked(on)] }, undefined),
  ).not.toThrow();
});

test.each([
  [
    'a plan ceased upon death',
    ehcPlanKind,
    'CeasePlan',
    ehcEvents.ceased.fact(day('2026-05-01'), { ground: 'deceased' }),
  ],
  [
    'a case closed as died',
    transitionKind,
    'CloseCamhs',
    transitionEvents.camhsClosed.fact(day('2026-05-01'), { destination: 'DIED' }),
  ],
  [
    'a discharge as died',
    transitionKind,
    'DischargeFromAdultService',
    transitionEvents.adultDischarged.fact(day('2026-05-01'), { reason: 'died', everAttended: false }),
  ],
  [
    'a wait that ended by it',
    waitKind,
    'Remove',
    waitEvents.removedFromList.fact(day('2026-05-01'), { reason: 'died' }),
  ],
  [
    'a corrected start of a clock',
    waitKind,
    'CorrectClockStart',
    waitEvents.clockStartCorrected.fact(day('2026-05-01'), {
      from: day('2026-01-05'),
      to: day('2026-01-06'),
      reason: 'r',
      author: 'a',
    }),
  ],
  [
    'a withdrawal',
    ehcPlanKind,
    'WithdrawFact',
    correctionFacts.withdrawn.fact(day('2026-05-01'), { correctsEventId: 'e1', reason: 'r' }),
  ],
])('%s is recorded after it', (_, kind, command, fact) => expect(refused(kind, command, fact)).toBeUndefined());

test.each([
  [
    'a plan ceased on another ground',
    ehcPlanKind,
    'CeasePlan',
    ehcEvents.ceased.fact(day('2026-05-01'), { ground: 'other' }),
  ],
  [
    'a case closed to a service',
    transitionKind,
    'CloseCamhs',
    transitionEvents.camhsClosed.fact(day('2026-05-01'), { destination: 'PRIMARY_CARE_GP' }),
  ],
  [
    'a wait that ended otherwise',
    waitKind,
    'Remove',
    waitEvents.removedFromList.fact(day('2026-05-01'), { reason: 'moved' }),
  ],
  [
    'a review that begins',
    ehcPlanKind,
    'OpenReview',
    ehcEvents.cycleOpened.fact(day('2026-05-01'), { cycleId: 'c1', kind: 'annual' }),
  ],
])('%s is refused after it', (_, kind, command, fact) => expect(refused(kind, command, fact)).toBe('REC-11'));

test('every command that may follow a death is one of its kind of case', () => {
  for (const [kind, { useCases }] of [
    [ehcPlanKind, ehcUseCases],
    [transitionKind, transitionUseCases],
    [waitKind, waitingUseCases],
  ] as const) {
    const asked = useCases.filter(isCaseUseCase).map(({ asks }) => asks);
    expect(asked).toEqual(expect.arrayContaining(Object.keys(kind.afterDeath ?? {})));
  }
});
