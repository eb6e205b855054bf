// The register of phase transfers of a year: who is late, how far each has come, and who was never expected.
import { question } from '../../../engine/use-cases/question.js';
import { decodeCursor, defaultLimit, pageOf } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import { PhaseTransferQuery, PhaseTransferRegister } from './phase-transfer-query.js';
import { countTransfers, phaseTransferRows, transfersNotExpected, yearOn, type Place } from './phase-transfer-rows.js';

const shownNotExpected = 50;

export const listPhaseTransfers = question({
  name: 'ListPhaseTransfers',
  get: 'api/v1/ehc-plans/phase-transfers',
  section: 'EHC plans',
  tells: 'Phase transfers of a year by the step that each has reached, the late ones first',
  rules: ['EHC-40', 'EHC-41', 'EHC-42', 'EHC-46'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: 'Those who run reviews, answer for them or audit them (EHC-40, EHC-41, EHC-42).',
  },
  input: PhaseTransferQuery,
  answers: PhaseTransferRegister,
  uses: [ReadSide, Clock],
  answer: ({ query, asked }, readSide, clock): Promise<PhaseTransferRegister> => {
    const { asOf } = asked;
    const today = clock.today();
    const { db } = readSide;
    const { limit = defaultLimit, cursor, year = yearOn(asOf) } = query;
    const after = decodeCursor(cursor, 4) as Place | undefined;
    const page = pageOf(phaseTransferRows(db, asOf, query, limit + 1, after), limit, ({ place }) => place);
    const { notExpected, ...howMany } = transfersNotExpected(db, asOf, year, shownNotExpected);
    const rows = page.items.map(({ row }) => row);
    return Promise.resolve({
      year,
      counts: countTransfers(db, asOf, query),
      ...howMany,
      notExpected: marked(db, notExpected, asked, today),
      items: marked(db, rows, asked, today),
      next: page.next,
    });
  },
  shows: everyoneIn,
});
