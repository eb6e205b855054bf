// The form that records a death on the young person's own record, or confirms one that another record says (REC-11).
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, optionsOf } from '../../../../engine/web/forms/questions.js';
import { recordDeath as recordDeathUseCase } from '../../departures.js';
import { departureSources, type DepartureSource } from '../../../../engine/person/domain/codes.js';

export interface DeathSubject {
  readonly personId: string;
  readonly today: CivilDate;
}

export const recordDeath = form({
  title: 'Record a death',
  lead: 'Nothing is asked of anybody for this young person any more, in any of their cases. If it was somebody else it can be taken back, and everything goes on (REC-11).',
  button: 'Record the death',
  checkFirst:
    'You are about to say that this young person has died. Check that it is the right young person, and that it is certain.',
  recorded:
    'The death is recorded. Nothing is due for them any more; their open cases are closed one by one by those who hold them.',
  questions: (_: DeathSubject) => ({
    on: date({ label: 'On which day did they die?', what: 'The day of the death' }),
    source: one<DepartureSource>({
      label: 'Who told of it?',
      options: optionsOf(departureSources),
      none: 'Say who told of it',
    }),
  }),
  command: ({ on, ...answers }, { personId }, context) =>
    recordDeathUseCase.of({ personId }, { ...answers, on }, context),
});
