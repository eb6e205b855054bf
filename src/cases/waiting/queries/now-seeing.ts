// "We are now seeing people referred in <month>": the sentence that families ask for, with its basis.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import { addDays, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { fewest } from '../figures/estimate-wait.js';
import { namedBy, WaitFilter } from './wait-filter.js';

export class NowSeeing {
  @ApiProperty({ required: false, example: 'Mar 2026', description: 'Absent when too few were seen' }) month?: string;
  @ApiProperty({ required: false }) sentence?: string;
  @ApiProperty() basis: string;
  @ApiProperty() suppressed: boolean;
}

const seenDays = 28;

/** Urgent referrals are seen out of turn, so the sentence is about the routine ones. */
export function nowSeeing(db: Statements, asOf: CivilDate, filter: WaitFilter): NowSeeing {
  const named = namedBy(filter, 'w');
  const from = `FROM wait_case w WHERE w.first_contact_on > ? AND w.first_contact_on <= ? AND w.urgency = 'routine'${named.sql}`;
  const values = [addDays(asOf, -seenDays), asOf, ...named.values];
  const seen = db.get<{ seen: number }>(`SELECT count(*) AS seen ${from}`, ...values)?.seen ?? 0;
  const basis =
    `the median clock start of the routine referrals whose first contact was in the ${seenDays} days up to ${asOf}; ` +
    `not given for fewer than ${fewest}`;
  if (seen < fewest) return { basis, suppressed: true };
  const middle = Math.ceil(seen / 2) - 1;
  const median = db.get<{ start: CivilDate }>(
    `SELECT w.clock_start AS start ${from} ORDER BY 1 LIMIT 1 OFFSET ?`,
    ...values,
    middle,
  );
  if (!median) return { basis, suppressed: true };
  const month = formatDate(median.start).split(' ').slice(1).join(' ');
  return { month, sentence: `We are now seeing people referred in ${month}.`, basis, suppressed: false };
}

export const askNowSeeing = question({
  name: 'AskNowSeeing',
  get: 'api/v1/waits/now-seeing',
  section: 'Waiting',
  tells: 'From which month the people are who are now seen',
  rules: ['WAIT-45', 'WAIT-46'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'adult-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'WAIT-45: the sentence is for families; it is not given when too few were seen',
  },
  input: WaitFilter,
  answers: NowSeeing,
  uses: [ReadSide],
  answer: async ({ query: filter, asked }, readSide): Promise<NowSeeing> =>
    Promise.resolve(nowSeeing(readSide.db, asked.asOf, filter)),
  shows: noOne,
});
