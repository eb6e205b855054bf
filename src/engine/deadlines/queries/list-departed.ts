// Who died, is said to have, or moved away and still has a case open: what ends there, a person decides (TRN-01, WAIT-43).
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { caseTypesHere } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Row, Statements } from '../../processing/statements.js';
import { saidSince } from '../nothing-asked.js';

export class OpenCaseOfDeparted {
  @ApiProperty() personId: string;
  @ApiProperty({
    enum: ['died', 'said-to-have-died', 'moved-away'],
    description: 'Said by one record: it is confirmed or put right before anything ends (REC-11)',
  })
  why: string;
  @ApiProperty({ description: 'Day of the death or the move, or since when one record says that they died' })
  since: string;
  @ApiProperty() pathway: string;
  @ApiProperty() caseId: string;
}

export class DepartedPage {
  @ApiProperty({ type: [OpenCaseOfDeparted] }) items: OpenCaseOfDeparted[];
  @ApiProperty({ required: false }) next?: string;
}

/** Cases that nobody has ended yet, of every pathway. */
const openCases = (): string =>
  caseTypesHere()
    .pathways.map((of) => `SELECT person_id, '${of.pathway}' AS pathway, case_id FROM (${of.openCases})`)
    .join(' UNION ALL ');

export interface OpenCase {
  readonly pathway: string;
  readonly caseId: string;
}

/** What of one person is still followed on a day. */
export const openCasesOf = (db: Statements, personId: string, asOf: CivilDate): OpenCase[] =>
  db
    .all(`SELECT pathway, case_id FROM (${openCases()}) WHERE person_id = ?2 ORDER BY pathway, case_id`, asOf, personId)
    .map((row) => ({ pathway: String(row['pathway']), caseId: String(row['case_id']) }));

interface Wanted {
  readonly pathways?: readonly string[];
  readonly after?: readonly (string | number)[];
  readonly limit: number;
}

export function departedRows(db: Statements, asOf: CivilDate, { pathways, after, limit }: Wanted): Row[] {
  const among = pathways ? `AND o.pathway IN (${pathways.map((one) => `'${one}'`).join(', ')})` : '';
  return db.all(
    `SELECT p.id AS person_id, CASE WHEN p.died_on <= ?1 THEN 'died' WHEN s.said_on IS NOT NULL THEN 'said-to-have-died' ELSE 'moved-away' END AS why,
       CASE WHEN p.died_on <= ?1 THEN p.died_on ELSE coalesce(s.said_on, p.moved_on) END AS since, o.pathway, o.case_id
     FROM young_person p JOIN (${openCases()}) o ON o.person_id = p.id LEFT JOIN ${saidSince('?1')} s ON s.person_id = p.id
     WHERE (p.died_on <= ?1 OR p.moved_on <= ?1 OR s.said_on IS NOT NULL) AND p.forgotten_on IS NULL ${among} AND (since, o.case_id) > (?2, ?3)
     ORDER BY since, o.case_id LIMIT ?4`,
    asOf,
    after?.[0] ?? '',
    after?.[1] ?? '',
    limit,
  );
}

export const listDeparted = question({
  name: 'ListDeparted',
  get: 'api/v1/departed',
  section: 'Worklist',
  tells: 'Open cases of people who died, are said to have, or moved away: a person decides what ends',
  rules: ['REC-11', 'TRN-01', 'WAIT-43'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because:
      'Whoever holds cases ends those of a child who died or moved away; each sees their own pathways (SHARE matrix).',
    byPathway: true,
  },
  input: PageQuery,
  answers: DepartedPage,
  uses: [ReadSide, Policies],
  answer: ({ query, asked: { actor, asOf } }, readSide, policies): Promise<Page<OpenCaseOfDeparted>> => {
    const { limit = defaultLimit, cursor } = query;
    const pathways = policies.pathways('ListDeparted', actor);
    const rows = departedRows(readSide.db, asOf, { pathways, after: decodeCursor(cursor, 2), limit: limit + 1 });
    const { items, next } = pageOf(rows, limit, (row) => [String(row['since']), String(row['case_id'])]);
    const shown = items.map((row) => ({
      personId: String(row['person_id']),
      why: String(row['why']),
      since: String(row['since']),
      pathway: String(row['pathway']),
      caseId: String(row['case_id']),
    }));
    return Promise.resolve({ items: shown, next });
  },
  shows: everyoneIn,
});
