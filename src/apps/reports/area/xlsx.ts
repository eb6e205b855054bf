// A figure as a spreadsheet: the same cells as its CSV, numbers as numbers, texts as texts and never as formulas.
import writeXlsx, { type SheetData } from 'write-excel-file/node';
import { besideHeads, besides } from './csv.js';
import type { Figure } from './figure.js';

export function toXlsx(figure: Figure): Promise<Buffer> {
  const cell = (value: string | number) =>
    typeof value === 'number' ? { value, type: Number } : { value, type: String };
  const data: SheetData = [
    [...figure.columns, ...besideHeads].map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...figure.rows.map((row) => [...row, ...besides(figure)].map(({ value }) => cell(value))),
  ];
  const widths = [...figure.columns, ...besideHeads].map((_, index) => ({ width: index === 0 ? 40 : 18 }));
  return writeXlsx(data, { sheet: figure.title.slice(0, 31), columns: widths, stickyRowsCount: 1 }).toBuffer();
}
