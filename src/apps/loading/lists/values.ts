// The typed values of one row of a described table, asked by column.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import type { ColumnSpec, FieldValue } from '../files/index.js';

export class Values {
  constructor(
    private readonly spec: ColumnSpec,
    private readonly values: Readonly<Record<string, FieldValue>>,
  ) {}

  text(column: string): string | undefined {
    const value = this.values[column];
    return value === undefined ? undefined : String(value).trim() || undefined;
  }

  /** Error: `invalid-input` for a date that has not come yet: a list tells what has happened (REC-24). */
  date(column: string, today: CivilDate): CivilDate | undefined {
    const date = this.text(column) as CivilDate | undefined;
    if (date !== undefined && date > today) throw invalid(column, 'lies in the future', 'REC-24');
    return date;
  }

  /** What the code of the row stands for; undefined for one that is not in the column's list, which reading has reported. */
  code<T extends string>(column: string): T | undefined {
    const type = this.spec.columns.find(({ name }) => name === column)?.type ?? 'text';
    const list = type.startsWith('code:') ? this.spec.lists?.[type.slice('code:'.length)] : undefined;
    const value = this.text(column);
    return value !== undefined && list && Object.hasOwn(list, value) ? (list[value] as T) : undefined;
  }

  /** All of it in one string: two rows that say the same have the same one. */
  whole(): string {
    return JSON.stringify(Object.entries(this.values).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
