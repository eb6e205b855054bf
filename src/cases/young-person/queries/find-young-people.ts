// Finds young people by name or number.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { invalid } from '../../../kernel/errors.js';
import { parseNhsNumber, parseUpn } from '../../../kernel/identifiers/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marksOf } from '../../../engine/person/person-marks.js';
import { findPeople, type Wanted } from './found-people.js';
import { FoundPage, foundPerson, type FoundPerson } from './found-view.js';

export class PeopleQuery extends PageQuery {
  @ApiProperty({
    required: false,
    description: 'How the name begins: family name first, or the given name and then it',
  })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() nhsNumber?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() upn?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) localId?: string;
}

function wanted({ name, nhsNumber, upn, localId }: PeopleQuery): Wanted {
  const identifiers: { kind: Wanted['identifiers'][number]['kind']; value: string }[] = [];
  if (nhsNumber !== undefined)
    identifiers.push({ kind: 'nhs-number', value: read('nhsNumber', parseNhsNumber(nhsNumber)) });
  if (upn !== undefined) identifiers.push({ kind: 'upn', value: read('upn', parseUpn(upn)) });
  if (localId !== undefined) identifiers.push({ kind: 'local', value: localId.trim() });
  return { name, identifiers };
}

function read(field: string, { value, problem }: { readonly value?: string; readonly problem?: string }): string {
  if (value === undefined) throw invalid(field, problem ?? 'is wrong');
  return value;
}

export const findYoungPeople = question({
  name: 'FindYoungPeople',
  get: 'api/v1/young-people',
  section: 'Young people',
  tells: 'Young people by name or number, in order of name',
  rules: ['REC-34', 'TRN-44'],
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
    because: 'Whoever works with young people; adult clinicians find only those they may know of (TRN-44).',
  },
  input: PeopleQuery,
  answers: FoundPage,
  uses: [ReadSide, Clock],
  answer: async ({ query, asked }, readSide, clock): Promise<Page<FoundPerson>> => {
    const { db } = readSide;
    const today = clock.today();
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 2)?.map(String) as [string, string] | undefined;
    const rows = findPeople(db, wanted(query), asked.actor, today, limit + 1, after);
    const page = pageOf(rows, limit, (row) => [row.search_key, row.id]);
    const ids = page.items.map(({ id }) => id);
    const marks = marksOf(db, ids, asked, today);
    const items = page.items.map((row) => ({ ...foundPerson(row), ...marks(row.id) }));
    return Promise.resolve({ items, next: page.next });
  },
  shows: ({ items }: Page<FoundPerson>) => items.map(({ id }) => id),
});
