// Columns over time, stacked by series. The axis begins at zero, and every tick is a whole number.
import { scaleBand, scaleLinear } from 'd3-scale';
import { fills, legend, round, total, width, type Bar, type Drawing, type Rect, type Series } from './drawing.js';

const plot = { height: 220, left: 48, top: 22, bottom: 28 };
/** More names than that would run into each other. */
const names = 7;

export function columns(points: readonly Bar[], series: readonly Series[]): Drawing {
  const key = legend(series);
  const highest = Math.max(1, ...points.map(({ parts }) => total(parts)));
  const across = scaleBand<number>(
    points.map((_, index) => index),
    [plot.left, width],
  ).padding(0.25);
  const floor = key.height + plot.top + plot.height;
  const up = scaleLinear([0, highest], [floor, key.height + plot.top]).nice(4);
  const ticks = up.ticks(4).filter(Number.isInteger);
  const every = Math.ceil(points.length / names);
  const middle = (index: number): number => round((across(index) ?? 0) + across.bandwidth() / 2);
  return {
    width,
    height: floor + plot.bottom,
    lines: ticks.map((tick) => ({ x1: plot.left, x2: width, y: round(up(tick)) })),
    rects: [
      ...key.rects,
      ...points.flatMap(({ parts }, index) => column(parts, series, up, across(index) ?? 0, across.bandwidth())),
    ],
    texts: [
      ...key.texts,
      ...ticks.map((tick) => ({
        x: plot.left - 6,
        y: round(up(tick) + 6),
        text: String(tick),
        anchor: 'end' as const,
      })),
      ...points.flatMap(({ label }, index) =>
        // Counted from the last, which is the day that is asked for.
        (points.length - 1 - index) % every === 0
          ? [{ x: middle(index), y: floor + 22, text: label, anchor: 'middle' as const }]
          : [],
      ),
    ],
  };
}

function column(
  parts: readonly number[],
  series: readonly Series[],
  up: (value: number) => number,
  x: number,
  thick: number,
): Rect[] {
  let before = 0;
  return parts.flatMap((part, index) => {
    const bottom = up(before);
    before += part;
    const y = up(before);
    const fill = series[index]?.fill ?? fills.grey;
    return part > 0 ? [{ x: round(x), y: round(y), width: round(thick), height: round(bottom - y), fill }] : [];
  });
}
