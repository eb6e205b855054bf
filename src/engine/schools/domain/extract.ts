// What both extracts of the register have in common: rows with their lines, days as the register writes them, and what is said of a bad file.
import { isCivilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { OnwardError } from '../../../kernel/errors.js';

export interface ExtractRow {
  /** Of the file, where it begins. */
  readonly line: number;
  /** By the name of the column. */
  readonly cells: Readonly<Record<string, string | undefined>>;
}

const shownProblems = 20;

export class Problems {
  private readonly all: string[] = [];

  get count(): number {
    return this.all.length;
  }

  /** Never repeats what stands in the file. */
  at(line: number, column: string, what: string, file: 'schools' | 'links' = 'schools'): void {
    this.all.push(`${file === 'links' ? 'Links, line' : 'Line'} ${line}, ${column}: ${what}.`);
  }

  /** Error: `file-refused`, if there is any. */
  refuse(): void {
    if (this.all.length === 0) return;
    const left = this.all.length - shownProblems;
    const rest = left > 0 ? [`And ${left} more.`] : [];
    throw new OnwardError('file-refused', {
      detail: ['Nothing was loaded.', ...this.all.slice(0, shownProblems), ...rest].join('\n'),
      help: 'Mend these lines and load the file again. docs/files/schools.md says how it is written.',
    });
  }
}

/** dd-mm-yyyy, as the register has it. */
export function dayOf(text: string): { readonly on?: CivilDate; readonly problem?: string } {
  if (text === '') return {};
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text) ?? [];
  const on = `${year}-${month}-${day}`;
  if (year !== undefined) return isCivilDate(on) ? { on } : { problem: 'is a day that there is not' };
  const inExcel = /^\d{1,6}(\.\d+)?$/.test(text) || text.includes('/');
  return {
    problem: inExcel
      ? 'was changed by a spreadsheet: a day is written 01-09-2026. Load the file as it was downloaded, without saving it in Excel'
      : 'must be a day written 01-09-2026, or empty',
  };
}
