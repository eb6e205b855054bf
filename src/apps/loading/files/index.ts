// What the rest of loading may use of reading files: records, problems and the readers that make them.
export type { CodeList, ColumnSpec, FieldSpec, FieldType, FieldValue } from './column-spec.js';
export { fingerprint } from './fingerprint.js';
export type { Fingerprint } from './fingerprint.js';
export { openSen2 } from './open-sen2.js';
export type { OnProgress, Sen2Source } from './open-sen2.js';
export { readCsv } from './read-csv.js';
export type { CsvItem } from './read-csv.js';
export { readSen2Csv } from './read-sen2-csv.js';
export { readSen2Xml } from './read-sen2-xml.js';
export type { Problem, ProblemCode, ProblemItem, Severity, SourceLine } from './record.js';
export { codeLists, codeListsVersion, sen2FieldsVersion, sen2Tables } from './sen2-fields.js';
export type { Sen2Field, Sen2Table } from './sen2-fields.js';
export type * from './sen2-record.js';
