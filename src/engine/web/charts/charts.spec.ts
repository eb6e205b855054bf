// A chart never lies: every length is its figure's share of the axis, which begins at zero; nothing known or unknown is left out.
import fc from 'fast-check';
import { bars } from './bars.js';
import { columns } from './columns.js';
import { fills, total, width, type Bar, type Drawing } from './drawing.js';

const series = [
  { name: 'Begun', fill: fills.blue },
  { name: 'Nothing on record', fill: fills.red },
];
const rows = fc.array(fc.record({ label: fc.string({ maxLength: 20 }), parts: fc.tuple(fc.nat(5000), fc.nat(5000)) }), {
  minLength: 1,
  maxLength: 20,
});
/** Without the legend's two squares. */
const drawn = ({ rects }: Drawing) => rects.slice(series.length);
const parts = (given: readonly Bar[]) => given.flatMap((row) => row.parts.filter((part) => part > 0));

test('a bar is as long as its share of the longest one, to a tenth of a unit', () =>
  fc.assert(
    fc.property(rows, (given) => {
      const longest = Math.max(1, ...given.map((row) => total(row.parts)));
      const lengths = drawn(bars(given, series)).map((rect) => rect.width);
      expect(lengths).toHaveLength(parts(given).length);
      parts(given).forEach((part, index) =>
        expect(Math.abs(lengths[index]! - (part / longest) * width)).toBeLessThan(0.11),
      );
    }),
  ));

test('columns of one chart have one scale that begins at zero; twice the figure is twice as high', () =>
  fc.assert(
    fc.property(rows, (given) => {
      const chart = columns(given, series);
      const floor = Math.max(...chart.lines.map(({ y }) => y));
      const heights = drawn(chart).map(({ height }) => height);
      const [first, ...rest] = parts(given).map((part, index) => ({ part, height: heights[index]! }));
      for (const each of first ? rest : [])
        expect(Math.abs(each.height - (first!.height * each.part) / first!.part)).toBeLessThan(
          0.2 + (0.1 * each.part) / first!.part,
        );
      for (const rect of drawn(chart)) expect(rect.y + rect.height).toBeLessThan(floor + 0.2);
      expect(chart.texts.filter(({ text, anchor }) => anchor === 'end' && text === '0')).toHaveLength(1);
    }),
  ));

test('nothing is drawn beyond the chart, and no figure is no bar', () => {
  const chart = bars([{ label: 'None', parts: [0] }], [series[0]!]);
  expect([chart.rects, chart.texts.map(({ text }) => text)]).toEqual([[], ['None: 0']]);
  expect(columns([], series).rects).toHaveLength(2);
});

test('what is not known is grey and counted on the same scale', () => {
  const chart = bars(
    [
      { label: 'Adult team', parts: [2] },
      { label: 'Not recorded', parts: [4], unknown: true },
    ],
    [series[0]!],
  );
  expect(chart.rects.map((rect) => [rect.fill, rect.width])).toEqual([
    [fills.blue, width / 2],
    [fills.grey, width],
  ]);
});

test('of many months only so many are named that none runs into the next; the last always is', () => {
  const points = Array.from({ length: 13 }, (_, index) => ({ label: `m${index}`, parts: [1] }));
  const named = columns(points, [series[0]!]).texts.filter(({ anchor }) => anchor === 'middle');
  expect(named.map(({ text }) => text)).toEqual(['m0', 'm2', 'm4', 'm6', 'm8', 'm10', 'm12']);
});
