// First appointments with the adult service: missed, kept, or gone by with nobody having said what happened (TRN-27).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Appointment, Done, Transition } from './state.js';

export const missesOf = ({ appointments }: Pick<Transition, 'appointments'>): Appointment[] =>
  Object.values(appointments).filter(({ status }) => status === 'missed');

export const everAttended = ({ appointments }: Pick<Transition, 'appointments'>): boolean =>
  Object.values(appointments).some(({ status }) => status === 'attended');

/** Its day has come, and what happened is not on record: that is not "kept", and not "missed" either. */
export const unanswered = ({ appointments }: Pick<Transition, 'appointments'>, on: CivilDate): Appointment[] =>
  Object.values(appointments)
    .filter(({ status, bookedFor }) => status === 'booked' && bookedFor < on)
    .sort((a, b) => (a.bookedFor < b.bookedFor ? -1 : 1));

/** After the adult service referred them back: referred again, or seen after all. */
export function takenUpAgain({ referrals, appointments }: Transition, back: Done): Done | undefined {
  const again = [
    ...referrals.filter(({ on }) => on >= back.on).map(({ on, eventId }) => ({ on, eventId })),
    ...Object.values(appointments).flatMap(({ status, outcome }) =>
      status === 'attended' && outcome && outcome.on >= back.on ? [outcome] : [],
    ),
  ];
  return again.sort((a, b) => (a.on < b.on ? -1 : 1))[0];
}
