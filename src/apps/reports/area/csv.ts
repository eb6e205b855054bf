// A figure as CSV: the numbers of its table, each row with the day and the rules under which it holds.
import { csvLine } from '../../../engine/api/csv-line.js';
import { use as exactUse, type Cell, type Figure } from './figure.js';

/** What leaves the page stands alone: each row says what it is of, on which day, and for whose eyes. */
export const besides = ({
  title,
  asOf,
  rules,
  settingsUsed = '',
  use = exactUse,
  forecast = '',
  published = '',
  forgotten = '',
}: Figure): readonly Cell[] =>
  [title, asOf, rules, use, settingsUsed, published, forgotten, forecast].map((value) => ({ value }));
export const besideHeads = [
  'Figure',
  'As of',
  'Rules',
  'Use',
  'Settings',
  'Published',
  'Forgotten since',
  'Forecast',
] as const;

export function toCsv(figure: Figure): string {
  const lines = [
    csvLine([...figure.columns, ...besideHeads]),
    ...figure.rows.map((row) => csvLine([...row, ...besides(figure)].map(({ value }) => value))),
  ];
  // The mark tells a spreadsheet that it is UTF-8.
  return `\ufeff${lines.join('')}`;
}
