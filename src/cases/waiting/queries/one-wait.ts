// One wait with its clocks, as known now and as known before.
import { question } from '../../../engine/use-cases/question.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { notFound } from '../../../kernel/errors.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { oneWait, OneWait } from './wait-answer.js';

export const askOneWait = question({
  name: 'AskOneWait',
  get: 'api/v1/waits/:id',
  section: 'Waiting',
  tells: 'One wait, with its clocks as known now and before',
  rules: ['WAIT-23', 'WAIT-44'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'The waiting-list entry: the services that see them, the manager, and the auditor',
  },
  answers: OneWait,
  uses: [ReadSide],
  answer: async ({ at: { id }, asked }, readSide): Promise<OneWait> => {
    const { db } = readSide;
    const row = db.get('SELECT * FROM wait_case WHERE id = ?', id);
    if (!row) throw notFound('wait', id);
    return Promise.resolve(oneWait(db, row, asked.asOf));
  },
  shows: everyoneIn,
});
