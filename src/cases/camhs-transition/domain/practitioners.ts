// Whether the first two adult appointments are with the same practitioner (TRN-28).
import type { Facts } from '../../../rules/facts.js';
import type { Appointment, Done, Transition } from './state.js';

export const attendedInOrder = ({ appointments }: Transition): Appointment[] =>
  Object.values(appointments)
    .filter(({ status }) => status === 'attended')
    .sort((a, b) => ((a.outcome?.on ?? '') < (b.outcome?.on ?? '') ? -1 : 1));

/** From the first appointment at which it is known who saw them, once there is a second one. Nothing is asked of what was never recorded. */
export function samePractitioner(state: Transition): Facts | undefined {
  const [first, attended] = attendedInOrder(state);
  const next = Object.values(state.appointments)
    .filter(({ status }) => status === 'booked')
    .sort((a, b) => (a.bookedFor < b.bookedFor ? -1 : 1))[0];
  const second = attended ?? next;
  if (!first?.seen || !first.outcome || !second) return undefined;
  const { seen } = second;
  const secondBooked = { on: second.bookedFor, eventId: second.eventId, since: latestOf(first.outcome, second).on };
  return {
    secondBooked,
    secondWithSame: seen && !seen.otherThanFirst ? seen : undefined,
    secondWithOther: seen?.otherThanFirst ? seen : undefined,
  };
}

const latestOf = (a: Done, b: Done): Done => (a.on < b.on ? b : a);
