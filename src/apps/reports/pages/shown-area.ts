// A figure as the template says it: cells with the words that a screen reader needs, and the ways to its files.
import { paths } from '../../paths.js';
import { number } from '../../../engine/web/present/dates.js';
import { isInternal, type Profile } from '../publication/profiles.js';
import type { Figure } from '../area/figure.js';

/** `figure` as the profile shows it. What leaves is published first: until then there is no file of it. */
export function shownFigure(figure: Figure, profile: Profile) {
  const { name, asOf, columns, rows, before, published } = figure;
  const internal = isInternal(profile);
  const file = (ending: string) =>
    paths.reports.file({ file: `${name}.${ending}` }, { asOf, profile: internal ? undefined : profile.name });
  return {
    ...figure,
    // What the table hides, a length would show; and the year before is asked for as exactly as this page is.
    drawing: internal ? figure.drawing : undefined,
    before: internal ? before : undefined,
    rows: rows.map(([about, ...cells]) => ({
      about: about?.value ?? '',
      cells: cells.map(({ value, href }, index) => ({
        text: typeof value === 'number' ? number(value) : value,
        href,
        column: columns[index + 1] ?? '',
      })),
    })),
    files: internal || published !== undefined ? { csv: file('csv'), xlsx: file('xlsx') } : undefined,
  };
}
