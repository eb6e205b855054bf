// Bars that lie, one for each name, stacked by series: for names too long to stand under a column. The axis begins at zero.
import { scaleLinear } from 'd3-scale';
import {
  fills,
  legend,
  lineHeight,
  round,
  total,
  width,
  type Bar,
  type Drawing,
  type Rect,
  type Series,
} from './drawing.js';

/** The table says it in full. */
const longestLabel = 46;
const short = (label: string): string => (label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label);

const bar = { height: 18, row: 52 };

export function bars(rows: readonly Bar[], series: readonly Series[]): Drawing {
  const key = legend(series);
  const longest = Math.max(1, ...rows.map(({ parts }) => total(parts)));
  const across = scaleLinear([0, longest], [0, width]);
  const top = (index: number): number => key.height + index * bar.row;
  return {
    width,
    height: key.height + rows.length * bar.row,
    lines: [],
    rects: [...key.rects, ...rows.flatMap((row, index) => stacked(row, series, across, top(index) + lineHeight))],
    texts: [
      ...key.texts,
      ...rows.map(({ label, parts }, index) => ({
        x: 0,
        y: top(index) + 17,
        text: `${short(label)}: ${total(parts)}`,
        anchor: 'start' as const,
      })),
    ],
  };
}

function stacked(
  { parts, unknown }: Bar,
  series: readonly Series[],
  across: (value: number) => number,
  y: number,
): Rect[] {
  let before = 0;
  return parts.flatMap((part, index) => {
    const x = across(before);
    before += part;
    const fill = unknown && series.length === 1 ? fills.grey : (series[index]?.fill ?? fills.grey);
    return part > 0 ? [{ x: round(x), y, width: round(across(before) - x), height: bar.height, fill }] : [];
  });
}
