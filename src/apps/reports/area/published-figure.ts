// A figure of the area as a profile publishes it: stars and rounded counts, no way to a case, and the words that say how exact it is (REC-41, REC-42).
import { isOnwardError } from '../../../kernel/errors.js';
import type { Count, Sum } from '../publication/knowledge.js';
import { isFor, isInternal, titlesFor, type Profile } from '../publication/profiles.js';
import { publish, star } from '../publication/publish.js';
import { said, type CellAt, type Figure } from './figure.js';

export function publishedFigure(figure: Figure, profile: Profile): Figure {
  if (isInternal(profile)) return { ...figure, use: profile.words };
  if (!isFor(figure.kind, profile)) return instead(figure, profile, notForWords(figure, profile));
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
  const published = publishedOr(() => publish(counts, sums, profile), undefined);
  if (!published) return withheldFigure(figure, profile);
  const rows = figure.rows.map((cells, row) =>
    cells.map(({ value, code }, column) => ({
      value: typeof value === 'number' ? published[at([row, column])]! : value,
      ...(code === undefined ? {} : { code }),
    })),
  );
  return { ...figure, rows, use: profile.words };
}

/** REC-42: where no star hides enough, the other figures of the page are still published. */
function publishedOr<T, U>(work: () => T, otherwise: U): T | U {
  try {
    return work();
  } catch (error) {
    if (isOnwardError(error, 'refused-by-rule') && error.parts.rule === 'REC-42') return otherwise;
    throw error;
  }
}

export const withheldWords =
  'Withheld: these counts are too small to be published without giving one of them away (REC-42)';

/** REC-41: what another publication may tell is no reason to tell it of these. */
export const notForWords = ({ kind }: Pick<Figure, 'kind'>, { title }: Profile): string =>
  `Not published in this way: “${title}” is not for this figure. It may leave as: ${titlesFor(kind)} (REC-41)`;

export const withheldFigure = (figure: Figure, profile: Profile): Figure => instead(figure, profile, withheldWords);

export const isWithheld = ({ rows }: Pick<Figure, 'rows'>): boolean => rows[0]?.[0]?.value === withheldWords;

const instead = (figure: Figure, profile: Profile, words: string): Figure => ({
  ...figure,
  rows: [[said(words), ...figure.columns.slice(1).map(() => said(star))]],
  use: profile.words,
});
