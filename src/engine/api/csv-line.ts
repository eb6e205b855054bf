// One line of a CSV file that leaves Onward: texts in quotes, numbers as they are, and nothing that a spreadsheet takes for a formula.

/** An apostrophe makes it text again; a text that begins so by itself gets another, so that each comes back as it was. */
const formula = /^'*[=+\-@\t\r\n]/;

const cellOf = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cellOf).join(',')}\r\n`;
