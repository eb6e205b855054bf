// A bar chart as plain figures for an SVG template. The page says the same in a table.
import { scaleBand, scaleLinear } from 'd3-scale';
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';

const size = { width: 1000, height: 300, left: 40, top: 24, bottom: 34 };

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly middle: number;
  readonly value: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

export function barChart(points: readonly { readonly on: CivilDate; readonly value: number }[]) {
  const highest = Math.max(0, ...points.map(({ value }) => value));
  const across = scaleBand<number>(
    points.map((_, index) => index),
    [size.left, size.width],
  ).padding(0.2);
  const up = scaleLinear([0, Math.max(1, highest)], [size.height - size.bottom, size.top]).nice();
  const floor = up(0);
  const bars: Bar[] = points.map(({ value }, index) => {
    const x = across(index) ?? 0;
    const y = up(value);
    const width = across.bandwidth();
    return {
      x: round(x),
      y: round(y),
      width: round(width),
      height: round(floor - y),
      middle: round(x + width / 2),
      value,
    };
  });
  const lines = up
    .ticks(4)
    .filter(Number.isInteger)
    .map((tick) => ({ y: round(up(tick)), text: String(tick) }));
  const months = points.flatMap(({ on }, index) => {
    const isFirst = index === 0 || on.slice(0, 7) !== points[index - 1]?.on.slice(0, 7);
    const [, month = ''] = formatDate(on).split(' ');
    return isFirst ? [{ x: round(across(index) ?? 0), text: month }] : [];
  });
  return { ...size, highest, bars, lines, months };
}
