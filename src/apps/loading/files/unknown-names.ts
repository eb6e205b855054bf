// Counts what stands in a file under names nobody knows, so that each is reported once with how much was left unread.
import type { Problem } from './record.js';
import { quoted } from './quoted.js';

const NAMES_KEPT = 200;

export class UnknownNames {
  private readonly seen = new Map<string, { table: string; name: string; line: number; values: number }>();
  private beyond = 0;

  constructor(private readonly code: 'unknown-column' | 'unknown-element') {}

  add(table: string, name: string, line: number, values: number): void {
    const key = `${table}\0${name}`;
    const known = this.seen.get(key);
    if (known) known.values += values;
    else if (this.seen.size < NAMES_KEPT) this.seen.set(key, { table, name, line, values });
    else this.beyond += 1;
  }

  problems(): Problem[] {
    const what = this.code === 'unknown-column' ? 'column' : 'element';
    const found: Problem[] = [...this.seen.values()].map(({ table, name, line, values }) => ({
      line,
      table,
      field: quoted(name),
      code: this.code,
      severity: 'reported',
      message: `The ${what} “${quoted(name)}” of ${table} is not known here: ${counted(values)} left unread.`,
    }));
    if (this.beyond > 0)
      found.push({
        line: 1,
        code: this.code,
        severity: 'reported',
        message: `${this.beyond} more unknown ${what}s are not listed.`,
      });
    return found;
  }
}

const counted = (values: number): string =>
  values === 0 ? 'it is always blank, nothing was' : `${values} ${values === 1 ? 'value was' : 'values were'}`;
