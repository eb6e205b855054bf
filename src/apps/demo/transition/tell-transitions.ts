// The young people of Seaborough who are open to CAMHS: some on their way, some behind, some where it went wrong.
import { addDays, ageGate, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { bornForAge, leapDayBefore } from '../days.js';
import type { MakingUp, MadeUp } from '../people/make-up.js';
import { Tale } from '../tale.js';
import { consent, discuss, open, step, transitionOf, type Variant } from './steps.js';
import data from './transition-kinds.json' with { type: 'json' };
import { accepted, identified, referredOn, wholeWay, type Way } from './whole-way.js';

export interface Case {
  readonly kind: string;
  readonly age: readonly number[];
  readonly variant: string;
  readonly send: string;
  readonly upTo?: string;
  readonly referred?: number;
}

/** What some of them have beside, or instead of, the whole way. */
type More = (tale: Tale, day: (days: number) => CivilDate, variant: Variant) => void;

const more: Readonly<Record<string, More>> = {
  'late referral': (tale, day, variant) => step(tale, day(-8), variant, 'identified'),
  'past 18, awaiting the receiver': (tale, day) =>
    tale.transition(transitionOf(tale), day(-50), () => ({
      type: 'RecordPast18Reason',
      on: day(-50),
      reason: 'awaiting-receiver',
      reviewOn: day(20),
    })),
  'consent refused': (tale, day, variant) => {
    consent(tale, day(-60), 'refused');
    step(tale, day(-60), variant, 'consent', 'Does not want adult services to know.');
    discuss(tale, day(-30), 'anonymised');
  },
  'consent withdrawn': (tale, day) => consent(tale, day(-1), 'withdrawn'),
  'first appointment missed': (tale, day) => {
    const id = transitionOf(tale);
    const appointmentId = idFrom(id, 'first-appointment');
    tale.transition(
      id,
      day(-40),
      () => ({ type: 'BookFirstAppointment', on: day(-40), appointmentId, bookedFor: day(-11) }),
      'cora.adult',
    );
    tale.transition(id, day(-11), () => ({ type: 'MissFirstAppointment', on: day(-11), appointmentId }), 'cora.adult');
  },
  'accepted but not allocated for four months': (tale, day) => {
    referredOn(tale, day(-170));
    accepted(tale, day(-128));
  },
  'refused with nowhere else': (tale, day) => {
    const reason = 'Does not meet the threshold of the service.';
    const refusal = { type: 'RefuseReferral', on: day(-9), destination: 'AMHS_RECOVERY_WELLBEING', reason } as const;
    tale.transition(transitionOf(tale), refusal.on, () => refusal, 'cora.adult');
  },
  landed: (tale, day) => {
    const id = transitionOf(tale);
    const appointmentId = idFrom(id, 'first-appointment');
    tale.transition(
      id,
      day(-170),
      () => ({ type: 'BookFirstAppointment', on: day(-170), appointmentId, bookedFor: day(-150) }),
      'cora.adult',
    );
    tale.transition(
      id,
      day(-150),
      () => ({ type: 'AttendFirstAppointment', on: day(-150), appointmentId }),
      'cora.adult',
    );
    for (const ago of [200, 172, 144, 112, 90, 61])
      tale.transition(
        id,
        day(-ago),
        () => ({ type: 'MakePromisedContact', on: day(-ago), kind: 'call', by: 'estuary-adult-mental-health' }),
        'cora.adult',
      );
  },
};

export const tellTransitions = (making: MakingUp, today: CivilDate): Tale[] =>
  (data.cases as readonly Case[]).map((one, at) => tellCase(one, at, making, today));

function tellCase(one: Case, at: number, making: MakingUp, today: CivilDate): Tale {
  const {
    kind,
    age: [years = 17, months = 0],
    upTo,
    referred,
  } = one;
  const variant = one.variant as Variant;
  const day = (days: number) => addDays(today, days);
  const born = bornForAge(today, years, months, making.luck.below(20));
  const on = referred === undefined ? ageGate(born, 15, 2 + (at % 8)) : day(referred);
  const sendStatus = one.send as MadeUp['sendStatus'];
  const tale = new Tale(making.person({ birthDate: born, sendStatus, knownFrom: addDays(on, -3) }));
  if (upTo === 'opening') open(tale, on, variant);
  else wholeWay(tale, { variant, referred: on, upTo: upTo as Way['upTo'] });
  more[kind]?.(tale, day, variant);
  return tale;
}

/** Born on 29 February: the gates of CAL-11 and CAL-12 can be seen on somebody. */
export function tellLeapDay(making: MakingUp, today: CivilDate): Tale {
  const birthDate = leapDayBefore(today, 14);
  const on = ageGate(birthDate, 13, 6);
  const tale = new Tale(
    making.person({ birthDate, sendStatus: 'expected-long-term-need', knownFrom: addDays(on, -3) }),
  );
  open(tale, on, 'A');
  identified(tale, 'A', (years, months, days = 0) => addDays(ageGate(birthDate, years, months), days));
  return tale;
}
