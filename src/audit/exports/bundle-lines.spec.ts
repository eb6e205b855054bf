// A cell of the timeline is never a formula, and no cell breaks out of its place.
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { csvLine } from './bundle-lines.js';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1'])('%j is shown and not reckoned', (cell) =>
  expect(csvLine([cell])).toBe(`"'${cell}"\r\n`),
);

it('every other text comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
      const [back = []] = parse(csvLine(cells));
      expect(back.map((cell: string) => cell.replace(/^'(?=[=+\-@\t\r\n])/, ''))).toEqual(cells);
    }),
  );
});
