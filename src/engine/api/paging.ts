// Cursor paging: a page, and an opaque place from which the next one goes on. Work per page does not grow with the list.
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { ApiProperty } from './api-property.js';
import { all } from './field-checks.js';
import { invalid } from '../../kernel/errors.js';

/** How many rows a page has at most. */
export const PageLimit = (): PropertyDecorator =>
  all(
    ApiProperty({ required: false, minimum: 1, maximum: 500, default: 50 }),
    IsOptional(),
    Transform(({ value }) => Number(value)),
    IsInt(),
    Min(1),
    Max(500),
  );

/** From where the page goes on. */
export const PageCursor = (): PropertyDecorator =>
  all(ApiProperty({ required: false, description: '`next` of the page before' }), IsOptional(), IsString());

export class CursorQuery {
  @PageLimit() limit?: number;
  @PageCursor() cursor?: string;
}

export class PageQuery extends CursorQuery {
  @ApiProperty({ required: false, description: 'Date for which the answer holds (default: today)' })
  @IsOptional()
  @IsString()
  asOf?: string;

  @ApiProperty({ required: false, description: 'Position that the answer must show' })
  @IsOptional()
  @IsString()
  after?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export const defaultLimit = 50;

export const encodeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** Error: `invalid-input` when it is not a cursor of a list with so many sort columns. */
export function decodeCursor(cursor: string | undefined, columns: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(place) &&
      place.length === columns &&
      place.every((part) => typeof part === 'string' || typeof part === 'number')
    )
      return place;
  } catch {
    // falls through to the refusal
  }
  throw invalid('cursor', 'is not one that a page of this list gave');
}

/** Takes one row more than the page holds, to know whether there is a next page. */
export function pageOf<R>(
  rows: readonly R[],
  limit: number,
  placeOf: (row: R) => readonly (string | number)[],
): Page<R> {
  const items = rows.slice(0, limit);
  const last = items[items.length - 1];
  return rows.length > limit && last ? { items, next: encodeCursor(placeOf(last)) } : { items };
}
