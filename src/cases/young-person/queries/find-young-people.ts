// Finds young people by name or number: DTO, query, handler and route.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
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

export class FindYoungPeople extends OnwardQuery<Page<FoundPerson>> {
  readonly shows = ({ items }: Page<FoundPerson>) => items.map(({ id }) => id);

  constructor(
    readonly query: PeopleQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(FindYoungPeople)
export class FindYoungPeopleHandler implements IQueryHandler<FindYoungPeople> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  async execute({ query, asked }: FindYoungPeople): Promise<Page<FoundPerson>> {
    const { db } = this.readSide;
    const today = this.clock.today();
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 2)?.map(String) as [string, string] | undefined;
    const rows = findPeople(db, wanted(query), asked.actor, today, limit + 1, after);
    const page = pageOf(rows, limit, (row) => [row.search_key, row.id]);
    const ids = page.items.map(({ id }) => id);
    const marks = marksOf(db, ids, asked, today);
    const items = page.items.map((row) => ({ ...foundPerson(row), ...marks(row.id) }));
    return Promise.resolve({ items, next: page.next });
  }
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

@ApiTags('Young people')
@Controller('api/v1/young-people')
export class FindYoungPeopleController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Young people by name or number, in order of name', FoundPage, ['REC-34', 'TRN-44'])
  get(@Query() query: PeopleQuery, @AskedBy() asked: Asked): Promise<Page<FoundPerson>> {
    return this.dispatcher.ask(new FindYoungPeople(query, asked));
  }
}
