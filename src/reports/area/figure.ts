// A figure of the dashboard as a value: its definition, its table, its chart. The page, the CSV and the XLSX are made of the same one.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Link } from '../../web/page.js';
import type { Drawing } from '../../web/charts/drawing.js';

export interface Cell {
  readonly value: string | number;
  /** The cases behind it; a figure of nobody leads nowhere. */
  readonly href?: string;
}

export interface Figure {
  readonly name: string;
  readonly title: string;
  /** What is counted, in words, with the IDs of its rules. */
  readonly definition: string;
  readonly rules: string;
  readonly asOf: CivilDate;
  /** Heads of the columns; the first is what each row is about. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly drawing: Drawing;
  readonly described: string;
  /** The same for the period before, where the figure is of a period. */
  readonly before?: Link;
}

/** REC-41: exact, and therefore for those inside alone. It stands on the page and in every row that leaves it. */
export const use = 'INTERNAL: unrounded, not for publication (REC-40, REC-41)';

export const counted = (value: number, href?: string): Cell =>
  value > 0 && href !== undefined ? { value, href } : { value };
export const said = (value: string): Cell => ({ value });
