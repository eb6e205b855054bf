// Schools and colleges by name or number, as of a day.
import { IsOptional, IsString, Length } from 'class-validator';
import { ApiProperty } from '../../api/api-property.js';
import { noOne } from '../../access/shows.js';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { Conditions } from '../../processing/conditions.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Statements } from '../../processing/statements.js';
import { question } from '../../use-cases/question.js';
import { normalised } from '../../../rules/directory/directory.js';
import { SchoolsPage, shownSchool, type SchoolLine, type SchoolRow } from './school-view.js';

export class SchoolsQuery extends PageQuery {
  @ApiProperty({
    required: false,
    description: 'How words of its name begin, or its URN or UKPRN',
    example: 'sea prim',
  })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;
  @ApiProperty({ required: false, description: 'DfE number of the authority in whose area it lies', example: '882' })
  @IsOptional()
  @IsString()
  @Length(1, 3)
  authority?: string;
}

/** Everybody who signs in. */
export const whoSeesSchools = {
  roles: [
    'system',
    'send-caseworker',
    'camhs-clinician',
    'adult-clinician',
    'specialist-nurse',
    'manager',
    'records-manager',
    'auditor',
  ],
  because: 'The list of schools is published; it names nobody who is cared for.',
};

export const findSchools = question({
  name: 'FindSchools',
  get: 'api/v1/schools',
  section: 'Schools and colleges',
  tells: 'Schools and colleges of the list by name or number, in order of name',
  rules: ['SHARE-05'],
  who: whoSeesSchools,
  input: SchoolsQuery,
  answers: SchoolsPage,
  uses: [ReadSide],
  answer: ({ query, asked: { asOf } }, { db }): Promise<Page<SchoolLine>> => {
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 2)?.map(String);
    const { items, next } = pageOf(foundSchools(db, query, limit + 1, after), limit, (row) => [row.sort_name, row.urn]);
    return Promise.resolve({ items: items.map((row) => shownSchool(row, asOf)), next });
  },
  shows: noOne,
});

/** So many of one word are looked through without harm. */
const few = 500;
const beginning = '>= ? AND word < ?';

/** The rarest word leads where there are few of it; of a common one the first page is found soon in the order of names. */
export function foundSchools(
  db: Statements,
  { name = '', authority }: Pick<SchoolsQuery, 'name' | 'authority'>,
  limit: number,
  after?: readonly string[],
): SchoolRow[] {
  const number = name.trim();
  const asked = new Conditions().add('s.authority = ?', authority);
  if (/^\d{6}$|^\d{8}$/.test(number)) asked.add(`s.${number.length === 8 ? 'ukprn' : 'urn'} = ?`, number);
  else {
    const words = normalised(name).split('-').filter(Boolean).slice(0, 6);
    const many = (word: string) =>
      db.get<{ many: number }>(
        `SELECT count(*) AS many FROM (SELECT 1 FROM school_word WHERE word ${beginning} LIMIT ${few})`,
        word,
        `${word}\uffff`,
      )?.many ?? few;
    const counted = words.map((word) => ({ word, many: many(word) })).sort((a, b) => a.many - b.many);
    for (const [nth, { word, many: there }] of counted.entries())
      asked.add(
        nth === 0 && there < few
          ? `s.id IN (SELECT id FROM school_word WHERE word ${beginning})`
          : `EXISTS (SELECT 1 FROM school_word w WHERE w.id = s.id AND w.word ${beginning})`,
        word,
        `${word}\uffff`,
      );
  }
  if (after) asked.add('(s.sort_name, s.urn) > (?, ?)', ...after);
  return db.all<SchoolRow>(
    `SELECT s.* FROM school s WHERE ${asked.sql} ORDER BY s.sort_name, s.urn LIMIT ?`,
    ...asked.values,
    limit,
  );
}
