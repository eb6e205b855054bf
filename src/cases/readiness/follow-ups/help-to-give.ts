// Help that was asked for stays on somebody's desk until it is recorded what became of it (RSG-07).
import { processManager, type WantedTask } from '../../../engine/processing/process-managers/process-manager.js';
import { daysBetween } from '../../../kernel/calendar/index.js';
import type { ReadinessFact } from '../domain/events.js';
import { nextAppointmentOf } from '../domain/facts.js';
import { readinessKind } from '../domain/readiness-kind.js';
import type { Help, Programme } from '../domain/state.js';

export const helpToGive = processManager<Programme, ReadinessFact>(readinessKind, {
  name: 'help-to-give',
  words: {
    when: 'A young person or a parent asked for help, in a form or at a visit',
    then:
      'A task for the clinic, due at the next appointment as it was agreed last before they came; where none is agreed, at the next visit, and until there is one after so many days as the pack or the area says. ' +
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
  const seen = nextAppointmentOf(state, cause);
  return [
    {
      key: helpId,
      kind: 'readiness-help',
      personId: started.personId,
      cause,
      howeverLate: 'from-its-day',
      // Without an appointment the term of the pack counts.
      ...(seen && { days: daysBetween(on, seen.on) }),
      settledBy: addressed ?? ended,
    },
  ];
}
