// A figure as CSV: the numbers of its table, each row with the day and the rules under which it holds.
import { use, type Cell, type Figure } from './figure.js';

/** A spreadsheet takes a text that begins so for a formula; an apostrophe makes it text again. */
const formula = /^[=+\-@\t\r]/;

export const cellOf = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** What leaves the page stands alone: each row says what it is of, on which day, and for whose eyes. */
export const besides = ({ title, asOf, rules }: Figure): readonly Cell[] =>
  [title, asOf, rules, use].map((value) => ({ value }));
export const besideHeads = ['Figure', 'As of', 'Rules', 'Use'] as const;

export function toCsv(figure: Figure): string {
  const lines = [
    [...figure.columns, ...besideHeads].map(cellOf),
    ...figure.rows.map((row) => [...row, ...besides(figure)].map(({ value }) => cellOf(value))),
  ];
  // The mark tells a spreadsheet that it is UTF-8.
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
