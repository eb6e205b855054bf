// A CSV list as the items of a load: its rows one after another, those that stand in it twice pointed out.
import { createHash } from 'node:crypto';
import { countedFile, type OnBytes } from '../files/counted-file.js';
import { readCsv, type ColumnSpec } from '../files/index.js';
import type { FileItem } from '../run-load.js';
import { Values } from './values.js';

/** `keyOf` says which rows are about the same case. */
export async function* listRows(
  path: string,
  spec: ColumnSpec,
  keyOf: (values: Values) => string,
  onBytes?: OnBytes,
): AsyncGenerator<FileItem<Values>> {
  const seen = new Map<string, { readonly line: number; readonly whole: string }>();
  for await (const item of readCsv(countedFile(path, onBytes), spec)) {
    if (item.kind === 'problem') {
      yield item;
      continue;
    }
    const { line } = item;
    const row = new Values(spec, item.values);
    const key = digest(keyOf(row));
    const whole = digest(row.whole());
    const first = seen.get(key);
    if (!first) {
      seen.set(key, { line, whole });
      yield { kind: 'row', line, row };
    } else yield { kind: 'problem', problem: duplicate(spec.table, line, first.line, first.whole === whole) };
  }
}

/** Short, so that a large file is still a small memory, and nothing personal lies about. */
const digest = (text: string): string => createHash('sha256').update(text).digest('base64').slice(0, 22);

const duplicate = (table: string, line: number, first: number, same: boolean) =>
  ({
    line,
    table,
    code: 'duplicate-row',
    severity: same ? 'reported' : 'refused',
    message: same
      ? `Says the same as line ${first} and was passed over.`
      : `Is about the same case as line ${first} and says something else: the first was taken. Leave the right one in the file.`,
  }) as const;
