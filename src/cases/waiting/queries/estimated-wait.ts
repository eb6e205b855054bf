// The estimate of one wait, with its method and its label (WAIT-46).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { addWeeks, type CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Row, Statements } from '../../../engine/processing/statements.js';
import { estimateLabel, estimateMethod, estimateWait, paceWeeks } from '../figures/estimate-wait.js';
import { runningOn } from './wait-filter.js';

export class WeeksFromTo {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
}

export class EstimatedWait {
  @ApiProperty({ example: estimateLabel }) label: string;
  @ApiProperty() asOf: string;
  @ApiProperty({
    required: false,
    type: WeeksFromTo,
    description: 'Weeks from the date asked for; absent when none can be given',
  })
  weeks?: WeeksFromTo;
  @ApiProperty({ required: false, description: 'Why no estimate is given' }) why?: string;
  @ApiProperty() method: string;
}

export function estimatedWait(db: Statements, wait: Row, asOf: CivilDate): EstimatedWait {
  const said = { label: estimateLabel, asOf, method: estimateMethod };
  const list = [wait['pathway'] ?? '', wait['service'] ?? '', wait['provider'] ?? ''];
  const running = runningOn(asOf);
  const queue =
    `FROM wait_clock c JOIN wait_case w ON w.id = c.case_id WHERE ${running.sql} ` +
    'AND c.pathway = ? AND c.service = ? AND c.provider = ? AND w.assessed_on > ?';
  const values = [...running.values, ...list, asOf];
  const own = db.get(`SELECT w.urgency_rank, c.clock_start ${queue} AND c.case_id = ?`, ...values, wait['id'] ?? '');
  if (!own) return { ...said, why: 'This wait is not waiting to be assessed on that date.' };
  const place = db.get<{ place: number }>(
    `SELECT count(*) AS place ${queue} AND (w.urgency_rank, c.clock_start, c.case_id) <= (?, ?, ?)`,
    ...values,
    own['urgency_rank'] ?? 0,
    own['clock_start'] ?? '',
    wait['id'] ?? '',
  );
  const assessed = db.get<{ assessed: number }>(
    'SELECT count(*) AS assessed FROM wait_case WHERE pathway = ? AND service = ? AND provider = ? AND assessed_on > ? AND assessed_on <= ?',
    ...list,
    addWeeks(asOf, -paceWeeks),
    asOf,
  );
  const weeks = estimateWait(place?.place ?? 0, assessed?.assessed ?? 0);
  return weeks
    ? { ...said, weeks }
    : { ...said, why: `Too few were assessed in the last ${paceWeeks} weeks to give an estimate.` };
}

export const askEstimatedWait = question({
  name: 'AskEstimatedWait',
  get: 'api/v1/waits/:id/estimate',
  section: 'Waiting',
  tells: 'How long this wait may still be: an estimate, not a promise',
  rules: ['WAIT-46', 'WAIT-47'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'WAIT-46: whoever updates the family',
  },
  answers: EstimatedWait,
  uses: [ReadSide],
  answer: async ({ at: { id }, asked }, readSide): Promise<EstimatedWait> => {
    const { db } = readSide;
    const wait = db.get('SELECT * FROM wait_case WHERE id = ?', id);
    if (!wait) throw notFound('wait', id);
    return Promise.resolve(estimatedWait(db, wait, asked.asOf));
  },
  shows: (_, { at: { id } }) => [id],
});
