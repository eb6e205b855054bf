// The clinic's view: who is in the programme, and who should be where by age and is not, has a form to fill in, waits for help, or is to be introduced.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { everyoneIn } from '../../../engine/access/shows.js';
import { decodeCursor, defaultLimit, pageOf, PageQuery } from '../../../engine/api/paging.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import type { Condition } from '../../../engine/person/visible-to.js';
import { marked, MarkedPerson } from '../../../engine/person/person-marks.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Row, Statements, Value } from '../../../engine/processing/statements.js';
import { question } from '../../../engine/use-cases/question.js';
import { Clock } from '../../../kernel/clock.js';
import { fullName } from '../../../kernel/full-name.js';
import { programmesOf } from '../may-know.js';
import { clinic } from '../readiness-use-case.js';
import {
  leastByAgeThen,
  lookFor,
  looks,
  nextThen,
  oldestHelpThen,
  openHelpThen,
  ownSentThen,
  runningThen,
  stageThen,
  theirsThen,
  type LookedFor,
} from './programmes-then.js';

const whose = ['yours'] as const;

export class ReadinessAsked extends PageQuery {
  @ApiProperty({ required: false, enum: looks, description: 'Only those of whom this is so' })
  @IsOptional()
  @IsIn(looks)
  look?: LookedFor;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) service?: string;
  @ApiProperty({
    ...{ required: false, enum: whose },
    description: 'yours: whose worker you are, and where open help is yours to give (RSG-07)',
  })
  @IsOptional()
  @IsIn(whose)
  whose?: (typeof whose)[number];
}

export class ReadinessLine extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty({ description: 'Empty for a person who was forgotten' }) person: string;
  @ApiProperty() service: string;
  @ApiProperty() organisation: string;
  @ApiProperty() stage: string;
  @ApiProperty({ required: false, description: 'Where the ages have them at least: a prompt (RSG-03)' })
  leastByAge?: string;
  @ApiProperty() behind: boolean;
  @ApiProperty({ description: 'Whether they have sent their own sheet of this stage (RSG-05)' }) ownSent: boolean;
  @ApiProperty({ required: false, description: 'None: no time is set here' }) nextOn?: string;
  @ApiProperty() helpOpen: number;
  @ApiProperty({ required: false }) helpSince?: string;
  @ApiProperty({ required: false }) seenAloneOn?: string;
  @ApiProperty({ required: false }) adultMetOn?: string;
  @ApiProperty({ required: false, description: 'As it is reckoned now (RSG-09)' }) introductionDueOn?: string;
  @ApiProperty({ required: false }) transferredOn?: string;
  @ApiProperty({ required: false, description: 'The first adult clinic: Hello is due then (RSG-12)' })
  firstClinicOn?: string;
  @ApiProperty({ required: false }) helloOn?: string;
}

export class LookedForCount {
  @ApiProperty({ enum: looks }) look: LookedFor;
  @ApiProperty() programmes: number;
}

export class ReadinessList {
  @ApiProperty({ type: [ReadinessLine] }) items: ReadinessLine[];
  @ApiProperty({ description: 'Programmes that run, of those that you see' }) programmes: number;
  @ApiProperty({ type: [LookedForCount], description: 'Of how many this is so, of those that you see' })
  counts: LookedForCount[];
  @ApiProperty({ type: [String], description: 'The services that have any' }) services: string[];
  @ApiProperty({ required: false }) next?: string;
}

export const listReadiness = question({
  name: 'ListReadiness',
  get: 'api/v1/readiness',
  section: 'Readiness',
  tells: 'Who is in the programme, and who needs something',
  rules: ['RSG-01', 'RSG-03', 'RSG-04', 'RSG-07', 'RSG-08', 'RSG-09'],
  who: {
    roles: [...clinic, 'adult-clinician', 'manager', 'auditor'],
    because:
      'The clinic; the adult service with consent or after the transfer; the manager and the auditor (SHARE matrix)',
  },
  input: ReadinessAsked,
  answers: ReadinessList,
  uses: [ReadSide, Clock],
  answer({ query: { look, service, whose: of, limit = defaultLimit, cursor }, asked }, { db }, clock): ReadinessList {
    const today = clock.today();
    const all = programmesOf(asked.actor, today);
    const { id } = asked.actor;
    const seen = of === undefined ? all : { sql: `${all.sql} AND ${theirsThen}`, values: [...all.values, id, id] };
    const place = decodeCursor(cursor, 2);
    const where = [
      runningThen,
      seen.sql,
      ...(look === undefined ? [] : [`(${lookFor[look]})`]),
      ...(service === undefined ? [] : ['c.service = ?']),
      ...(place ? ['(c.go_by_age, c.id) > (?, ?)'] : []),
    ];
    const rows = db.all(
      `SELECT c.*, p.given_name, p.family_name, ${stageThen} AS stage, ${leastByAgeThen} AS least, ${lookFor.behind} AS behind,
         ${ownSentThen} AS own_sent, ${nextThen} AS next_on, ${openHelpThen} AS help_open, ${oldestHelpThen} AS help_since
       FROM (SELECT c.* FROM readiness_programme c WHERE ${where.join(' AND ')}
         ORDER BY c.go_by_age, c.id LIMIT ?) c
       LEFT JOIN young_person p ON p.id = c.person_id ORDER BY c.go_by_age, c.id`,
      asked.asOf,
      ...seen.values,
      ...(service === undefined ? [] : [service]),
      ...(place ?? []),
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, (row: Row) => [String(row['go_by_age']), String(row['id'])]);
    const lines = items.map((row) => lineOf(row, asked.asOf));
    return { items: marked(db, lines, asked, today), next, ...countsOf(db, asked.asOf, seen, service) };
  },
  shows: everyoneIn,
});

function countsOf(db: Statements, asOf: string, seen: Condition, service?: string) {
  const sums = looks.map((look) => `sum(${lookFor[look]}) AS "${look}"`).join(', ');
  const rows = db.all(
    `SELECT c.service, count(*) AS programmes, ${sums} FROM readiness_programme c
     WHERE ${runningThen} AND ${seen.sql} GROUP BY c.service ORDER BY c.service`,
    asOf,
    ...seen.values,
  );
  const counted = rows.filter((row) => service === undefined || row['service'] === service);
  const sum = (name: string) => counted.reduce((all, row) => all + Number(row[name]), 0);
  return {
    programmes: sum('programmes'),
    counts: looks.map((look) => ({ look, programmes: sum(look) })),
    services: rows.map((row) => String(row['service'])),
  };
}

function lineOf(row: Row, asOf: string): ReadinessLine {
  const by = (value: Value | undefined) => (typeof value === 'string' && value <= asOf ? value : undefined);
  const day = (value: Value | undefined) => (typeof value === 'string' && value !== never ? value : undefined);
  return {
    id: String(row['id']),
    personId: String(row['person_id']),
    person: fullName(row),
    service: String(row['service']),
    organisation: String(row['organisation']),
    stage: String(row['stage']),
    leastByAge: day(row['least']),
    behind: row['behind'] === 1,
    ownSent: row['own_sent'] === 1,
    nextOn: day(row['next_on']),
    helpOpen: Number(row['help_open']),
    helpSince: day(row['help_since']),
    seenAloneOn: by(row['seen_alone_on']),
    adultMetOn: by(row['adult_met_on']),
    introductionDueOn: day(row['introduction_due_on']),
    transferredOn: by(row['transferred_on']),
    firstClinicOn: by(row['transferred_on']) && day(row['first_clinic_on']),
    helloOn: by(row['hello_on']),
  };
}
