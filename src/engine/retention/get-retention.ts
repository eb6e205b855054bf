// Whether a person may be forgotten: until when each rule keeps what is known of them. Query, handler and route.
import { PathwayProperty } from '../api/words-known-here.js';
import { question } from '../use-cases/question.js';
import { fullName } from '../../kernel/full-name.js';
import { ApiProperty } from '../api/api-property.js';
import { Journal } from '../../store/journal.js';
import { everyoneIn } from '../access/shows.js';
import { notFound } from '../../kernel/errors.js';
import { ReadSide } from '../processing/read-side.js';
import { openCasesOf } from '../deadlines/queries/list-departed.js';
import { hasRunOut } from './kept-until.js';
import { retentionOfPerson } from './retention-of-person.js';

class OpenCaseView {
  @PathwayProperty() pathway: string;
  @ApiProperty() caseId: string;
}

class KeptByRule {
  @ApiProperty({ example: 'REC-02' }) rule: string;
  @ApiProperty({ example: '2046-03-01' }) until: string;
}

export class RetentionView {
  @ApiProperty() personId: string;
  @ApiProperty({ description: 'Empty where the person was forgotten' }) name: string;
  @ApiProperty({ required: false }) birthDate?: string;
  @ApiProperty({ required: false }) forgottenOn?: string;
  @ApiProperty({ type: [KeptByRule], description: 'Every rule that applies; the latest holds (REC-03)' })
  rules: readonly KeptByRule[];
  @ApiProperty({ required: false, type: KeptByRule }) keptUntil?: KeptByRule;
  @ApiProperty({ description: 'Whether every rule of keeping has run out by today' }) ended: boolean;
  @ApiProperty({
    type: [OpenCaseView],
    description: 'Cases that are still followed: end them before the person is forgotten',
  })
  openCases: readonly OpenCaseView[];
}

interface PersonRow {
  readonly given_name: string;
  readonly family_name: string;
  readonly forgotten_on: string | null;
}

export const getRetention = question({
  name: 'GetRetention',
  get: 'api/v1/young-people/:personId/retention',
  section: 'Privacy',
  tells: 'Until when a person’s records are kept, by rule',
  rules: ['REC-01', 'REC-02', 'REC-03', 'REC-04'],
  who: {
    roles: ['records-manager'],
    because: 'Whoever answers for the records sees until when each is kept (REC-03, REC-05).',
  },
  answers: RetentionView,
  uses: [ReadSide, Journal],
  answer: async ({ at: { personId }, asked: { asOf } }, readSide, journal): Promise<RetentionView> => {
    const { db } = readSide;
    const sql = 'SELECT given_name, family_name, forgotten_on FROM young_person WHERE id = ?';
    const row = db.get<PersonRow>(sql, personId);
    if (!row) throw notFound('young person', personId);
    if (row.forgotten_on !== null)
      return { personId, name: '', forgottenOn: row.forgotten_on, rules: [], ended: false, openCases: [] };
    const { birthDate, rules, until } = await retentionOfPerson(journal, db, personId);
    const name = fullName(row);
    return {
      personId,
      name,
      birthDate,
      rules,
      keptUntil: until,
      ended: until !== undefined && hasRunOut(until, asOf),
      openCases: openCasesOf(db, personId, asOf),
    };
  },
  shows: everyoneIn,
});
