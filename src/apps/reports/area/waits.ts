// Waits over time: the ends of twelve months and the day itself, by how long people had waited then.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { WaitsOnDay } from '../../../cases/waiting/queries/waits-over-time.js';
import { columns } from '../../../engine/web/charts/columns.js';
import { fills } from '../../../engine/web/charts/drawing.js';
import { paths } from '../../paths.js';
import { about, counted, type CellSum, type Figure } from './figure.js';

const month = (on: CivilDate): string => formatDate(on).split(' ')[1] ?? '';

export function waitsFigure(days: readonly WaitsOnDay[], asOf: CivilDate): Figure {
  const link = (on: CivilDate, fromDays?: number) => paths.waiting.list({}, { asOf: on, fromDays });
  return {
    name: 'waits',
    title: 'Waits over time',
    kind: 'waits',
    definition:
      'Waits, not people, whose clock ran at the end of each day (WAIT-40), as known now (WAIT-44). ' +
      'Over 18 weeks is more than 126 days (WAIT-06), over 52 weeks as the setting AMB-08 says; the second is part of the first.',
    definitionVersion: 1,
    rules: 'WAIT-06, WAIT-40, WAIT-44, AMB-08',
    settings: ['AMB-08'],
    asOf,
    columns: ['End of', 'Waits', 'Over 18 weeks', 'Over 52 weeks'],
    columnCodes: ['waits', 'over-18-weeks', 'over-52-weeks'],
    rows: days.map(({ on, pathways, over18Weeks, over52Weeks, over52From }) => [
      about(`on-${on}`, formatDate(on)),
      counted(pathways, link(on)),
      counted(over18Weeks, link(on, 127)),
      counted(over52Weeks, link(on, over52From)),
    ]),
    sums: days.flatMap((_, row): CellSum[] => [
      { total: [row, 1], parts: [[row, 2]], hasRest: true },
      { total: [row, 2], parts: [[row, 3]], hasRest: true },
    ]),
    drawing: columns(
      days.map(({ on, pathways, over18Weeks, over52Weeks }) => ({
        label: on === asOf ? 'Now' : month(on),
        parts: [pathways - over18Weeks, over18Weeks - over52Weeks, over52Weeks],
      })),
      [
        { name: 'Up to 18 weeks', fill: fills.blue },
        { name: 'Over 18, up to 52 weeks', fill: fills.red },
        { name: 'Over 52 weeks', fill: fills.dark },
      ],
    ),
    described:
      'A column for the end of each of twelve months and for the day asked for, split by how long people had waited.',
  };
}
