// Help that was asked for stays on somebody's desk until it is recorded what became of it (RSG-07).
import { processManager, type WantedTask } from '../../../engine/processing/process-managers/process-manager.js';
import { daysBetween } from '../../../kernel/calendar/index.js';
import type { ReadinessFact } from '../domain/events.js';
import { readinessKind } from '../domain/readiness-kind.js';
import type { Help, Programme } from '../domain/state.js';

export const helpToGive = processManager<Programme, ReadinessFact>(readinessKind, {
  name: 'help-to-give',
  words: {
    when: 'A young person or a parent asked for help, in a form or at a visit',
    then:
      'A task for the clinic, due at the next appointment; where none is agreed, from the day on which it was asked for, because no time is set. ' +
      'It goes with the young person from stage to stage, and is done when it is recorded what became of the help.',
    rules: ['RSG-07'],
  },
  pathway: 'readiness',
  wakes: new Set<ReadinessFact['type']>([
    'ReadinessQuestionnaireSubmitted',
    'ReadinessHelpRaised',
    'ReadinessHelpAddressed',
    'ReadinessAppointmentMade',
    'ReadinessVisitRecorded',
    'ReadinessProgrammeEnded',
    'FactWithdrawn',
    'FactCorrected',
  ]),
  wanted: (_, state) => Object.values(state.helps).flatMap((help) => taskOf(state, help)),
});

function taskOf(state: Programme, { helpId, on, eventId, addressed }: Help): WantedTask[] {
  const { started, ended } = state;
  if (!started) return [];
  const cause = { on, eventId };
  // Agreed when it was asked for, or since: the first day on which they are seen.
  const seen = state.appointments.find(({ appointmentOn }) => appointmentOn >= on);
  return [
    {
      key: helpId,
      kind: 'readiness-help',
      personId: started.personId,
      cause,
      howeverLate: 'from-its-day',
      days: seen ? daysBetween(on, seen.appointmentOn) : 0,
      settledBy: addressed ?? ended,
    },
  ];
}
