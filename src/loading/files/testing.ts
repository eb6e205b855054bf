// What the tests of this folder share: small returns made on the spot, and items sorted by kind.
import { Readable } from 'node:stream';
import type { CsvItem } from './read-csv.js';
import type { Problem } from './record.js';
import type { Sen2Header, Sen2Item, Sen2Person } from './sen2-record.js';

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const streamOf = (...chunks: (string | Buffer)[]): Readable =>
  Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

/** A byte at a time, so that every boundary is hit. */
export const byteByByte = (text: string): Readable =>
  Readable.from([...Buffer.from(text)].map((byte) => Buffer.of(byte)));

export const problemsOf = (items: (Sen2Item | CsvItem)[]): Problem[] =>
  items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : []));
export const personsOf = (items: Sen2Item[]): Sen2Person[] =>
  items.flatMap((item) => (item.kind === 'person' ? [item.person] : []));
export const headersOf = (items: Sen2Item[]): Sen2Header[] =>
  items.flatMap((item) => (item.kind === 'header' ? [item.header] : []));

export const HEADER =
  '<Header><CollectionDetails><Collection>SEN2</Collection><Year>2025</Year><ReferenceDate>2025-01-16</ReferenceDate>' +
  '</CollectionDetails><Source><LEA>882</LEA></Source></Header>';

export const person = (surname: string, inside = ''): string =>
  `<Person><Surname>${surname}</Surname><Forename>Test</Forename><PersonBirthDate>2010-02-03</PersonBirthDate>${inside}</Person>\n`;

/** The header stands on line 1, the first person on line 2. */
export const message = (persons: string, header = HEADER): string =>
  `<Message>${header}<SEN2><Persons>\n${persons}</Persons></SEN2></Message>`;
