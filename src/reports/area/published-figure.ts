// A figure of the area as a profile publishes it: stars and rounded counts, no way to a case, and the words that say how exact it is (REC-41, REC-42).
import type { Count, Sum } from '../publication/knowledge.js';
import { isInternal, type Profile } from '../publication/profiles.js';
import { publish } from '../publication/publish.js';
import type { CellAt, Figure } from './figure.js';

export function publishedFigure(figure: Figure, profile: Profile): Figure {
  if (isInternal(profile)) return { ...figure, use: profile.words };
  const counts: Count[] = [];
  const placeOf = new Map<string, number>();
  const nameOf = ([row, column]: CellAt): string => `${row} ${column}`;
  const add = (count: Count): number => counts.push(count) - 1;
  figure.rows.forEach((cells, row) =>
    cells.forEach(({ value }, column) => {
      if (typeof value === 'number') placeOf.set(nameOf([row, column]), add({ value }));
    }),
  );
  const at = (cell: CellAt): number => {
    const place = placeOf.get(nameOf(cell));
    if (place === undefined) throw new Error(`${figure.name} has no count at ${nameOf(cell)}`);
    return place;
  };
  const sums = (figure.sums ?? []).map(({ total, parts, hasRest }): Sum => {
    const places = parts.map(at);
    const whole = 'elsewhere' in total ? add({ value: total.elsewhere, fixed: true }) : at(total);
    const shown = places.reduce((sum, place) => sum + counts[place]!.value, 0);
    if (hasRest) places.push(add({ value: counts[whole]!.value - shown, hidden: true }));
    return { total: whole, parts: places };
  });
  const published = publish(counts, sums, profile);
  const rows = figure.rows.map((cells, row) =>
    cells.map(({ value }, column) => ({ value: typeof value === 'number' ? published[at([row, column])]! : value })),
  );
  return { ...figure, rows, use: profile.words };
}
