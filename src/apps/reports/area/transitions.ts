// Discharge destinations of the year and the age gates ahead of those open to CAMHS.
import { academicYearOf, addDays, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { GateCount } from '../../../cases/camhs-transition/queries/transition-counts.js';
import type { DestinationsView } from '../../../cases/camhs-transition/queries/discharge-destinations.js';
import { bars } from '../../../engine/web/charts/bars.js';
import { fills } from '../../../engine/web/charts/drawing.js';
import { paths } from '../../paths.js';
import { about, counted, type Figure } from './figure.js';

const unknown = 'NOT_RECORDED';

/** What is closed without any destination is not recorded, not nothing. */
function recorded({ closed, destinations }: DestinationsView) {
  const named = destinations.reduce((sum, each) => sum + each.closed, 0);
  return destinations.map((each) => (each.code === unknown ? { ...each, closed: each.closed + closed - named } : each));
}

export function destinationsFigure(view: DestinationsView, asOf: CivilDate): Figure {
  const all = recorded(view);
  const year = Number(academicYearOf(view.from as CivilDate).from.slice(0, 4));
  const link = (destination: string) => paths.reports.discharges({}, { year, destination, asOf });
  const until = view.to < asOf ? view.to : asOf;
  return {
    name: 'destinations',
    title: 'Discharge destinations',
    kind: 'mental-health',
    definition:
      `Transitions closed to CAMHS from ${formatDate(view.from as CivilDate)} to ${formatDate(until as CivilDate)}, ` +
      'by where the young person went, from the closed list (TRN-50); a year runs from 1 September to 31 August (TRN-06).',
    definitionVersion: 1,
    rules: 'TRN-06, TRN-50',
    asOf,
    columns: ['Destination', 'Closed'],
    columnCodes: ['closed'],
    rows: all.map(({ code, label, closed }) => [about(code, label), counted(closed, link(code))]),
    drawing: bars(
      all
        .filter(({ code, closed }) => closed > 0 || code === unknown)
        .map(({ code, label, closed }) => ({ label, parts: [closed], unknown: code === unknown })),
      [{ name: 'Closed', fill: fills.blue }],
    ),
    before: {
      text: 'The year before',
      href: `${paths.reports.area({}, { asOf: addDays(view.from as CivilDate, -1) })}#destinations`,
    },
    described: 'A bar for each destination to which anybody went, and one for those whose destination is not recorded.',
  };
}

export const gateWords: Readonly<Record<string, string>> = {
  y9: 'Year 9',
  '14': '14th birthday',
  '17': '17th birthday',
  '17-6': '17 years and 6 months',
  '18': '18th birthday',
  'past-18': 'Past 18 and still open',
  'not-known': 'Birth date not known',
};

export function gatesFigure(gates: readonly GateCount[], asOf: CivilDate): Figure {
  const label = (gate: string): string => gateWords[gate] ?? gate;
  return {
    name: 'gates',
    title: 'Gates ahead',
    kind: 'mental-health',
    definition:
      'Everybody open to CAMHS on the day, once, by the age gate that comes next (TRN-03). Year 9 and 14 are gates for those with SEND ' +
      'or a long-term need only (AMB-07). Whoever is past 18 should be closed or have a reason (TRN-02).',
    definitionVersion: 1,
    rules: 'TRN-02, TRN-03, AMB-07',
    asOf,
    columns: ['Next gate', 'Open to CAMHS'],
    columnCodes: ['cases'],
    rows: gates.map(({ gate, cases }) => [
      about(gate, label(gate)),
      counted(cases, paths.reports.gates({}, { gate, asOf })),
    ]),
    drawing: bars(
      gates.map(({ gate, cases }) => ({ label: label(gate), parts: [cases], unknown: gate === 'not-known' })),
      [{ name: 'Open', fill: fills.blue }],
    ),
    described: 'A bar for each age gate, for those past 18, and for those whose birth date is not known.',
  };
}
