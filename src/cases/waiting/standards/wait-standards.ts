// How a list stands against its standards on a census date: how many are within the days, what was asked for, from which paper.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import { addDays, addMonths, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements, Value } from '../../../engine/processing/statements.js';
import { knownOn, namedBy, runningOn, WaitFilter, type Where } from '../queries/wait-filter.js';
import { aimOn, standards, type Standard } from './standards.js';

export class WaitStandard {
  @ApiProperty({ description: 'Rule: WAIT-05, WAIT-11, WAIT-25, WAIT-48' }) rule: string;
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ['national', 'local'] }) force: string;
  @ApiProperty() source: string;
  @ApiProperty() population: string;
  @ApiProperty({ description: 'Days that a wait may last' }) days: number;
  @ApiProperty() waits: number;
  @ApiProperty({ description: 'Of these: no longer than the days' }) within: number;
  @ApiProperty({ required: false, description: 'Share within the days, in per cent, one decimal; absent: nobody' })
  percent?: number;
  @ApiProperty({ required: false, description: 'The share asked for on this date; absent: none is printed for it' })
  aim?: number;
  @ApiProperty({ required: false, description: 'Absent: no share, or none asked for' }) reached?: boolean;
  @ApiProperty({ required: false }) note?: string;
}

/** Standards of other pathways than the filter's are left out. */
export function waitStandards(db: Statements, censusOn: CivilDate, filter: WaitFilter): WaitStandard[] {
  return standards
    .filter(({ pathway }) => filter.pathway === undefined || filter.pathway === pathway)
    .map((standard) => against(standard, db, censusOn, { ...filter, pathway: standard.pathway }));
}

function against(standard: Standard, db: Statements, censusOn: CivilDate, filter: WaitFilter): WaitStandard {
  const { rule, key, title, force, source, days, note } = standard;
  const { waits, within } = counted(standard, db, censusOn, filter);
  const aim = aimOn(standard, censusOn);
  // Reached goes by the exact share: 91.96 per cent is shown as 92.0 and is not 92.
  const reached = aim === undefined || waits === 0 ? undefined : within * 100 >= aim * waits;
  const percent = waits === 0 ? undefined : Math.round((within / waits) * 1000) / 10;
  const population = populationOf(standard, censusOn);
  return { rule, key, title, force, source, population, days, waits, within, percent, aim, reached, note };
}

const populationOf = ({ of, pathway, services, urgencies }: Standard, censusOn: CivilDate): string => {
  const which = [pathway, ...(services ?? []), ...(urgencies ?? [])].join(', ');
  return of === 'waiting'
    ? `waits whose clock ran at the end of ${censusOn}: ${which}`
    : `clocks that ended with the help itself in the twelve months up to ${censusOn}: ${which}`;
};

function counted(standard: Standard, db: Statements, censusOn: CivilDate, filter: WaitFilter) {
  const { days, services = [], urgencies = [], endedBy = [] } = standard;
  const base = standard.of === 'waiting' ? runningOn(censusOn, filter) : endedIn(censusOn, filter, endedBy);
  const values: Value[] = [...base.values, ...services, ...urgencies];
  const named = amongst('c.service', services) + amongst('w.urgency', urgencies);
  const lasted =
    standard.of === 'waiting'
      ? { sql: 'c.clock_start >= ?', value: addDays(censusOn, -days) }
      : { sql: 'julianday(c.clock_end) - julianday(c.clock_start) <= ?', value: days };
  const row = db.get<{ waits: number; within: number | null }>(
    `SELECT count(*) AS waits, sum(${lasted.sql}) AS within FROM wait_clock c JOIN wait_case w ON w.id = c.case_id WHERE ${base.sql}${named}`,
    lasted.value,
    ...values,
  );
  return { waits: row?.waits ?? 0, within: row?.within ?? 0 };
}

/** Only ends that brought the help: a removal or a refusal is no success. */
function endedIn(censusOn: CivilDate, filter: WaitFilter, endedBy: readonly string[]): Where {
  const known = knownOn(censusOn, filter.known);
  const named = namedBy(filter, 'c');
  return {
    sql: `${known.sql} AND c.clock_end > ? AND c.clock_end <= ?${named.sql}${amongst('c.ended_by', endedBy)}`,
    values: [...known.values, addMonths(censusOn, -12), censusOn, ...named.values, ...endedBy],
  };
}

const amongst = (column: string, codes: readonly string[]): string =>
  codes.length === 0 ? '' : ` AND ${column} IN (${codes.map(() => '?').join(', ')})`;

export const askWaitStandards = question({
  name: 'AskWaitStandards',
  get: 'api/v1/waits/standards',
  section: 'Waiting',
  tells: 'How the lists stand against their standards on a census date',
  rules: ['WAIT-05', 'WAIT-11', 'WAIT-25', 'WAIT-48'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Figures before small numbers are hidden are for inside (REC-41)',
  },
  input: WaitFilter,
  answers: WaitStandard,
  uses: [ReadSide],
  answer: async ({ query: filter, asked }, readSide): Promise<WaitStandard[]> =>
    Promise.resolve(waitStandards(readSide.db, asked.asOf, filter)),
  shows: noOne,
});
