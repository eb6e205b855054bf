// The form that takes back a death or a move away that was recorded in error (REC-11).
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import { reason } from '../../../../engine/web/forms/questions.js';
import { withdrawDeparture as withdrawDepartureUseCase } from '../../departures.js';
import type { Departure } from '../../../../engine/person/domain/codes.js';

export interface DepartureSubject {
  readonly personId: string;
  readonly departure: Departure;
  readonly today: CivilDate;
}

export const withdrawDeparture = form({
  title: 'Take back what was recorded in error',
  lead: 'A death, or a move away, that was somebody else’s or never happened. What is due is asked for again from today on; the history keeps both, with your name and the reason (REC-11).',
  button: 'Take it back',
  checkFirst:
    'The young person counts as here again, and what is due of their cases is asked for again. Check that it is the right young person.',
  recorded: 'It is taken back. What is due of their cases is asked for again.',
  questions: (_: DepartureSubject) => ({
    reason: reason({
      label: 'What was wrong?',
      hint: 'Kept sealed',
      none: 'Enter what was wrong (REC-11)',
    }),
  }),
  command: ({ reason: why }, { personId, departure, today }, context) =>
    withdrawDepartureUseCase.of({ personId }, { departure, reason: why, on: today }, context),
});
