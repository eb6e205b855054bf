// A first adult appointment was missed: both sides follow it up, until the young person has been reached or seen (TRN-27, R19).
import { processManager, type WantedTask } from '../../../engine/processing/process-managers/process-manager.js';
import { packByVersion } from '../../../rules/packs.js';
import { chosenNumber } from '../../../rules/settings.js';
import { transitionKind } from '../domain/transition-kind.js';
import type { TransitionFact } from '../domain/events.js';
import type { Appointment, Done, Transition } from '../domain/state.js';

export const missedFirstAppointment = processManager<Transition, TransitionFact>(transitionKind, {
  name: 'missed-first-appointment',
  words: {
    when: 'A first appointment with the adult service was missed',
    then:
      'A task for the adult service, until it has contacted the young person, and one for CAMHS, until a first appointment has been ' +
      'attended. Both are due after the days that the protocol of the case gives (TRN-27, 7 unless changed).',
    rules: ['TRN-27'],
  },
  pathway: 'transition',
  wakes: new Set<TransitionFact['type']>([
    'FirstAdultAppointmentMissed',
    'FirstAdultAppointmentAttended',
    'ContactedAfterMiss',
    'FactWithdrawn',
    'FactCorrected',
  ]),
  wanted: (_, state) => Object.entries(state.appointments).flatMap((entry) => bothSides(state, ...entry)),
});

function bothSides({ opened, appointments }: Transition, id: string, appointment: Appointment): WantedTask[] {
  const { status, outcome, contacted } = appointment;
  if (!opened || status !== 'missed' || !outcome) return [];
  const seen = seenSince(Object.values(appointments), outcome);
  const { pack, packVersion, personId } = opened;
  const days = chosenNumber(packByVersion(pack, packVersion), 'TRN-27', {});
  const { on, eventId } = outcome;
  const common = { personId, cause: { on, eventId }, days };
  return [
    { ...common, key: `${id} adult`, kind: 'missed-first-appointment-adult', settledBy: contacted ?? seen },
    { ...common, key: `${id} camhs`, kind: 'missed-first-appointment-camhs', settledBy: seen },
  ];
}

/** Another first appointment that took place on the day of the miss or after it. */
const seenSince = (appointments: readonly Appointment[], { on }: Done): Done | undefined =>
  appointments
    .flatMap(({ status, outcome }) => (status === 'attended' && outcome && outcome.on >= on ? [outcome] : []))
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0];
