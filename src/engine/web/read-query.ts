// Reads the query of a page's address with the same checks as the API's: an unknown filter is a problem, not nothing.
import type { Type } from '@nestjs/common';
import { validation } from '../api/validation.js';

export interface GivenQuery {
  readonly given: Readonly<Record<string, string>>;
  /** A form sends its empty fields too. */
  readonly hadBlanks: boolean;
}

export function withoutBlanks(raw: Readonly<Record<string, unknown>>): GivenQuery {
  const texts = Object.entries(raw).map(([name, value]) => [name, String(value).trim()] as const);
  const given = Object.fromEntries(texts.filter(([, value]) => value !== ''));
  return { given, hadBlanks: texts.some(([, value]) => value === '') };
}

const pipe = validation();

/** Error: `invalid-input` for a field or a value that makes no sense. */
export const readQuery = async <T>(type: Type<T>, given: Readonly<Record<string, string>>): Promise<T> =>
  (await pipe.transform(given, { type: 'query', metatype: type })) as T;
