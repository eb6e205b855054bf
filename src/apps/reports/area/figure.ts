// A figure of the dashboard as a value: its definition, its table, its chart. The page, the CSV and the XLSX are made of the same one.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Link } from '../../../engine/web/page.js';
import type { Drawing } from '../../../engine/web/charts/drawing.js';
import type { FigureName } from '../domain/publication.js';
import type { FigureKind } from '../publication/profiles.js';

export interface Cell {
  readonly value: string | number;
  /** The cases behind it; a figure of nobody leads nowhere. */
  readonly href?: string;
  /** Of the first cell: what the row is about, for the record of what was published. */
  readonly code?: string;
}

/** A cell of the table: its row and its column. */
export type CellAt = readonly [row: number, column: number];

/** How cells add up, so that none that is hidden can be reckoned from the others (REC-42). */
export interface CellSum {
  /** A cell, or a count that another figure shows. */
  readonly total: CellAt | { readonly elsewhere: number };
  readonly parts: readonly CellAt[];
  /** The parts are not all there is: what is left has no cell of its own. */
  readonly hasRest?: true;
}

export interface Figure {
  readonly name: FigureName;
  readonly title: string;
  /** Whose rules of publication hold for it (REC-41). */
  readonly kind: FigureKind;
  /** What is counted, in words, with the IDs of its rules. */
  readonly definition: string;
  /** Raised when it counts something else or has other columns: what was published before was counted by the old one. */
  readonly definitionVersion: number;
  readonly rules: string;
  /** IDs of the settings that its dates were reckoned under. */
  readonly settings?: readonly string[];
  /** The same in words: what was in use on the day, the default or what was chosen. */
  readonly settingsUsed?: string;
  /** The choices behind those words, by their events. */
  readonly choices?: readonly string[];
  readonly asOf: CivilDate;
  /** That it is of a day to come; nothing else. */
  readonly forecast?: string;
  /** Where it stands as it was published: when. */
  readonly published?: string;
  /** Where it is of a past day and reckoned now: who was forgotten since, as a count. */
  readonly forgotten?: string;
  /** Heads of the columns; the first is what each row is about. */
  readonly columns: readonly string[];
  /** Of the columns with counts, for the record of what was published. */
  readonly columnCodes: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sums?: readonly CellSum[];
  readonly drawing: Drawing;
  /** How exact it is, and for whom; `use` if nothing else is said. */
  readonly use?: string;
  readonly described: string;
  /** The same for the period before, where the figure is of a period. */
  readonly before?: Link;
}

/** REC-41: exact, and therefore for those inside alone. It stands on the page and in every row that leaves it. */
export const use = 'INTERNAL: unrounded, not for publication (REC-40, REC-41)';

export const counted = (value: number, href?: string): Cell =>
  value > 0 && href !== undefined ? { value, href } : { value };
/** What a row is about, by its code and in words. */
export const about = (code: string, value: string): Cell => ({ value, code });
export const said = (value: string): Cell => ({ value });
