// What is not sealed stays for ever: in every event and its metadata it is a code, a date, a number or an id, never what somebody typed.
import type { TSchema } from '@sinclair/typebox';
import { catalogue } from '../src/apps/cases.js';
import { metadataSchema } from '../src/store/metadata-schema.js';
import { clearFormats } from '../src/kernel/events.js';

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
  readonly properties?: Readonly<Record<string, TSchema>>;
}

/** Where, under this place, anybody's words could stand. */
function openTexts(place: string, schema: TSchema): readonly string[] {
  const { type, format, enum: codes, items, anyOf, properties } = schema as Shape;
  if (anyOf) return anyOf.flatMap((each) => openTexts(place, each));
  if (items) return openTexts(`${place}[]`, items);
  if (properties) return Object.entries(properties).flatMap(([name, inner]) => openTexts(`${place}.${name}`, inner));
  if (type === 'boolean' || type === 'integer') return [];
  const isClosed = type === 'string' && (codes !== undefined || (format !== undefined && format in clearFormats));
  return isClosed ? [] : [place];
}

describe('what is not sealed', () => {
  it.each(catalogue.all().map((definition) => [definition.type, definition] as const))(
    'is never free text in %s',
    (type, { schema, personal }) => {
      const { properties = {} } = schema as Shape;
      const clear = Object.entries(properties).filter(([name]) => !personal.includes(name));
      expect(clear.flatMap(([name, field]) => openTexts(`${type}.${name}`, field))).toEqual([]);
    },
  );

  it('is never free text in what goes with every event', () => {
    expect(openTexts('metadata', metadataSchema)).toEqual([]);
  });
});
