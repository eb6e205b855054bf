// How a table is described: as data (JSON), so that a year's change or a council's own heading is no change of code.
export type FieldType = 'date' | 'text' | 'flag' | 'number' | 'upn' | 'nhs-number' | `code:${string}`;
export type FieldValue = string | number | boolean;

export interface FieldSpec {
  name: string;
  /** Other headings the field has had. Case, spaces and punctuation of a heading never matter. */
  aliases?: string[];
  type: FieldType;
  /** Blank or unreadable: the row is refused. No such column: the file is refused. */
  required?: true;
  /** Reported, the row still read: when the file has no such `column`; or also at every blank `value`. */
  expected?: 'column' | 'value';
  /** Its value never appears in a message. */
  personal?: boolean;
}

export type CodeList = Record<string, string>;

export interface ColumnSpec {
  table: string;
  columns: FieldSpec[];
  /** Columns known and left unread, such as an export's own row numbers. */
  ignored?: string[];
  lists?: Record<string, CodeList>;
}

export const headingKey = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
