// Finds a person for whoever answers for the records: by name or number, nothing more than tells who it is.
import { fullName } from '../../../../kernel/full-name.js';
import { question } from '../../../../engine/use-cases/question.js';
import { Clock } from '../../../../kernel/clock.js';
import { ReadSide } from '../../../../engine/processing/read-side.js';
import { findPeople, type Wanted } from '../../queries/found-people.js';

export interface Findable {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly nhsNumber: string | null;
}

/** More than anybody reads through to find one person. */
export const mostFound = 50;

export class WantedPerson {
  wanted: Wanted;
}

export const findForForgetting = question({
  name: 'FindForForgetting',
  section: 'Privacy',
  tells: 'Find a person for whoever answers for the records',
  rules: ['REC-05'],
  who: {
    roles: ['records-manager'],
    because:
      'Whoever forgets a person must know beyond doubt who it is: name, birth date and number, and nothing of the case (REC-05).',
  },
  input: WantedPerson,
  answers: Object,
  uses: [ReadSide, Clock],
  answer: ({ query: { wanted }, asked: { actor } }, { db }, clock): readonly Findable[] =>
    findPeople(db, wanted, actor, clock.today(), mostFound).map((row) => ({
      id: row.id,
      name: fullName(row),
      birthDate: row['birth_date'] as string | null,
      nhsNumber: row['nhs_number'] as string | null,
    })),
  shows: (found) => found.map(({ id }) => id),
});
