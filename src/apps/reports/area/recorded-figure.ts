// A figure between the page and its record: what is written down when it is published, and the same figure again from what was written.
import { words } from '../../../engine/web/present/words.js';
import type { RecordedFigure } from '../domain/publication.js';
import type { Profile } from '../publication/profiles.js';
import { star } from '../publication/publish.js';
import { about, type Cell, type Figure } from './figure.js';
import { isWithheld, publishedFigure, withheldFigure } from './published-figure.js';

/** Of a figure as its profile publishes it: what it shows, and nothing of what it hides. */
export function recordedFigure(figure: Figure): RecordedFigure {
  const { name, definitionVersion, columnCodes } = figure;
  const withheld = isWithheld(figure);
  const rows = withheld ? [] : figure.rows;
  return {
    figure: name,
    definition: definitionVersion,
    withheld,
    columns: [...columnCodes],
    rows: rows.map(([first, ...cells]) => ({
      row: first?.code ?? '',
      counts: cells.flatMap(({ value }, at) =>
        typeof value === 'number' ? [{ column: columnCodes[at] ?? '', count: value }] : [],
      ),
    })),
  };
}

/** The figure as it was published. `today` is the same as it is reckoned now: its words, and those of its rows and columns that have the same codes. */
export function asRecorded(today: Figure, recorded: RecordedFigure, profile: Profile): Figure {
  const { withheld, rows, columns: columnCodes, definition } = recorded;
  const heads = new Map(today.columnCodes.map((code, at) => [code, today.columns[at + 1]]));
  const columns = [today.columns[0] ?? '', ...columnCodes.map((code) => heads.get(code) ?? words(code))];
  const then = { ...today, columns, columnCodes };
  if (withheld) return withheldFigure(then, profile);
  const titles = new Map(today.rows.map(([first]) => [first?.code, first?.value]));
  const shown = rows.map(({ row, counts }): Cell[] => [
    about(row, String(titles.get(row) ?? words(row))),
    ...columnCodes.map((code) => ({ value: counts.find(({ column }) => column === code)?.count ?? star })),
  ]);
  const counted =
    definition === today.definitionVersion
      ? today.definition
      : `Counted by version ${definition} of this figure’s definition; today’s is version ${today.definitionVersion}.`;
  return { ...then, rows: shown, definition: counted, use: profile.words };
}

/** Whether the same figure, reckoned today, would be published otherwise. */
export const differsToday = (today: Figure, recorded: RecordedFigure, profile: Profile): boolean =>
  JSON.stringify(recordedFigure(publishedFigure(today, profile))) !== JSON.stringify(recorded);
