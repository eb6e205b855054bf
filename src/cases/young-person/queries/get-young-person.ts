// One young person, as of a date.
import { question } from '../../../engine/use-cases/question.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { AdultAccess } from '../profile/adult-access.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { isSaidToHaveDied } from '../../../engine/deadlines/nothing-asked.js';
import { riskHigherSince } from '../../../engine/deadlines/risk-higher.js';
import { PersonReader } from '../profile/person-reader.js';
import { YoungPersonView } from './person-view.js';
import { viewPerson } from './view-person.js';

export const getYoungPerson = question({
  name: 'GetYoungPerson',
  get: 'api/v1/young-people/:personId',
  section: 'Young people',
  tells: 'One young person, as of a date',
  rules: ['REC-11', 'REC-34', 'TRN-44'],
  who: {
    roles: [
      'system',
      'send-caseworker',
      'camhs-clinician',
      'adult-clinician',
      'specialist-nurse',
      'manager',
      'auditor',
    ],
    because: 'Whoever works with young people; adult clinicians only with current consent or an override (TRN-44).',
  },
  answers: YoungPersonView,
  uses: [PersonReader, AdultAccess, ReadSide],
  answer: async ({ at: { personId }, asked: { actor, asOf } }, reader, access, readSide): Promise<YoungPersonView> => {
    const { profile, revision } = await reader.read(personId);
    access.check(actor, profile, personId);
    return { ...viewPerson(personId, revision, profile, asOf, actor.role), ...elsewhere(readSide, personId, asOf) };
  },
  shows: (_, { at: { personId } }) => [personId],
});

/** Asked of the lists. While they are being built anew it is not known, and the person's own record is shown all the same. */
function elsewhere(
  readSide: ReadSide,
  personId: string,
  asOf: CivilDate,
): Pick<YoungPersonView, 'saidToHaveDied' | 'riskHigherOn'> {
  try {
    const { db } = readSide;
    const saidToHaveDied = isSaidToHaveDied(db, personId, asOf) || undefined;
    return { saidToHaveDied, riskHigherOn: riskHigherSince(db, personId, asOf) };
  } catch (error) {
    if (isOnwardError(error, 'not-caught-up')) return {};
    throw error;
  }
}
