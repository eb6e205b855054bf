// Finds the CSV files of one Blade export in a folder and refuses a folder that holds two.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted } from './quoted.js';
import type { Problem } from './record.js';
import { sen2Tables } from './sen2-fields.js';

export interface FoundTables {
  /** Path by table name. */
  files: Map<string, string>;
  problems: Problem[];
}

const BLADE = /^blade-export_(.*)_([^_]+)\.csv$/i;
const known = new Set(sen2Tables.map(({ table }) => table));

export async function findTables(folder: string): Promise<FoundTables> {
  const files = new Map<string, string>();
  const exports = new Map<string, number>();
  const problems: Problem[] = [];
  let twice: string | undefined;
  for (const name of (await readdir(folder)).sort()) {
    const [, label = '', named] = BLADE.exec(name) ?? [];
    const table = (named ?? /^(.+)\.csv$/i.exec(name)?.[1])?.toLowerCase() ?? '';
    if (!known.has(table)) {
      if (named) problems.push(unknownTable(named));
      continue;
    }
    exports.set(label, (exports.get(label) ?? 0) + 1);
    if (files.has(table)) twice = table;
    files.set(table, join(folder, name));
  }
  const refusal = exports.size > 1 ? twoExports(exports) : twice ? twoFiles(twice) : missingTables(files);
  return { files, problems: [...problems, ...refusal] };
}

const refused = (code: Problem['code'], message: string, table?: string): Problem => ({
  line: 1,
  table,
  code,
  severity: 'refused',
  stops: true,
  message,
});

function twoExports(exports: Map<string, number>): Problem[] {
  const list = [...exports].map(
    ([label, count]) => `${label === '' ? 'without a date' : quoted(label)} (${count} files)`,
  );
  return [
    refused('duplicate-row', `The folder holds more than one export: ${list.join(', ')}. Leave one of them there.`),
  ];
}

const twoFiles = (table: string): Problem[] => [
  refused('duplicate-row', `The folder holds two files of the table ${table}. Leave one of them there.`, table),
];

function missingTables(files: Map<string, string>): Problem[] {
  if (files.size === 0) return [refused('missing', 'The folder holds no table of a SEN2 export (such as person.csv).')];
  return sen2Tables
    .filter(({ table }) => !files.has(table))
    .map(({ table, needed, loses }) => ({
      ...refused(
        'missing',
        `The file of the table ${table} is missing${needed ? ', so nothing was read' : ''}. Without it is lost: ${loses}.`,
        table,
      ),
      ...(needed ? {} : { severity: 'reported', stops: undefined }),
    }));
}

const unknownTable = (name: string): Problem => ({
  line: 1,
  table: quoted(name),
  code: 'unknown-element',
  severity: 'reported',
  message: `The export has a table “${quoted(name)}” that is not known here; its file was not read.`,
});
