// The coming weeks by SEND officer as the page shows them: a bar for each officer, and a table whose figures lead to the cases.
import { addDays, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { bars } from '../../../engine/web/charts/bars.js';
import { fills } from '../../../engine/web/charts/drawing.js';
import { paths } from '../paths.js';
import type { OfficerLanding } from '../queries/landing-by-officer.js';

const nobody = 'Nobody';

export function shownByOfficer(landing: readonly OfficerLanding[], asOf: CivilDate | undefined) {
  const names = landing.map(({ officer, name }) => (officer === null ? nobody : (name ?? officer)));
  const link = ({ officer }: OfficerLanding, dueFrom: CivilDate | undefined, dueTo: CivilDate) =>
    paths.ehc.worklist({}, { step: 'review', heldBy: officer ?? 'none', dueFrom, dueTo, asOf });
  const cell = (one: OfficerLanding, at: number, count: number, from: CivilDate | undefined, to: CivilDate) => ({
    officer: names[at] ?? nobody,
    count,
    href: count > 0 ? link(one, from, to) : undefined,
  });
  const weeks = landing[0]?.weeks ?? [];
  const monday = weeks[0]?.from;
  const before =
    monday === undefined
      ? []
      : [
          {
            about: `Before ${formatDate(monday)}, not decided`,
            cells: landing.map((one, at) => cell(one, at, one.before, undefined, addDays(monday, -1))),
          },
        ];
  return {
    heads: names,
    officerChart: bars(
      landing.map((one, at) => ({
        label: names[at] ?? nobody,
        parts: [one.weeks.reduce((sum, { reviews }) => sum + reviews, 0)],
        unknown: one.officer === null,
      })),
      [{ name: 'Annual reviews', fill: fills.blue }],
    ),
    matrix: [
      ...before,
      ...weeks.map(({ from }, week) => ({
        about: `${formatDate(from)} to ${formatDate(addDays(from, 6))}`,
        cells: landing.map((one, at) => cell(one, at, one.weeks[week]?.reviews ?? 0, from, addDays(from, 6))),
      })),
    ],
  };
}
