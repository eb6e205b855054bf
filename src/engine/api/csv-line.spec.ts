// A cell is never a formula, and none breaks out of its place.
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { csvLine } from './csv-line.js';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1'])('%j is shown and not reckoned', (cell) =>
  expect(csvLine([cell])).toBe(`"'${cell}"\r\n`),
);

it('every other text comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('=1', "'=1", '+1', '-1', '@x', '\t=1', 'a\r\n"b",')), {
        minLength: 1,
      }),
      (cells) => {
        const [back = []] = parse(csvLine(cells));
        for (const cell of back) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(back.map((cell: string) => cell.replace(/^'(?='*[=+\-@\t\r\n])/, ''))).toEqual(cells);
      },
    ),
  );
});

it('a number stays a number', () => expect(csvLine([0, 1234])).toBe('0,1234\r\n'));
