// Transitions and reviews behind a figure as rows: who, in which team or which review, the date that put them there.
import { academicYearOf, civilDate, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { ReviewLacking, ReviewLacksQuery } from '../../ehc/queries/list-review-lacks.js';
import { destinationOf } from '../../transition/domain/destinations.js';
import type { Discharge } from '../../transition/queries/list-discharges.js';
import type { TransitionLine } from '../../transition/queries/register-line.js';
import { paths } from '../../web/paths.js';
import { inWords, words } from '../../web/present/words.js';
import { gateWords } from '../area/transitions.js';

export interface ShownCase {
  readonly person: string;
  readonly href: string;
  readonly about: string;
  readonly what: string;
  readonly on?: string;
}

const who = (personId: string, name: string) => ({
  person: name === '' ? 'Name not on record' : name,
  href: paths.person({ personId }),
});

export const shownTransition = ({
  personId,
  name,
  team,
  nextGate,
  nextGateOn,
  destination,
}: TransitionLine): ShownCase => ({
  ...who(personId, name),
  about: words(team),
  what: [gateWords[nextGate] ?? nextGate, destination].filter((part) => part !== undefined).join('; to: '),
  on: nextGateOn,
});

export const shownDischarge = ({ personId, name, team, label, closedOn }: Discharge): ShownCase => ({
  ...who(personId, name),
  about: words(team),
  what: `Closed: ${label}`,
  on: closedOn,
});

/** The name leads to the review, where its steps stand and what it lacks. */
export const shownLacking = ({
  planId,
  cycleId,
  ordinal,
  personId,
  name,
  lack,
  roles,
  rule,
  decidedOn,
}: ReviewLacking): ShownCase => ({
  ...who(personId, name),
  href: paths.ehc.review({ planId, cycleId }),
  about: `Review ${ordinal}`,
  what: `${words(lack)}${roles.length > 0 ? `: ${roles.map(inWords).join(', ')}` : ''} (${rule}); decided`,
  on: decidedOn,
});

export function titleOfLacks({ lack, year }: Pick<ReviewLacksQuery, 'lack' | 'year'>, asOf: CivilDate): string {
  const { from, to } = academicYearOf(year === undefined ? asOf : civilDate(`${year}-09-01`));
  return `Reviews decided, ${formatDate(from)} to ${formatDate(to)}: ${inWords(lack)}`;
}

export const titleOfGates = (gate: string | undefined): string =>
  gate === undefined ? 'Open to CAMHS' : `Open to CAMHS, next gate: ${gateWords[gate] ?? gate}`;

export function titleOfDischarges(
  { year, destination }: { readonly year?: number; readonly destination?: string },
  asOf: CivilDate,
): string {
  const { from, to } = academicYearOf(year === undefined ? asOf : civilDate(`${year}-09-01`));
  const where = destination === undefined ? '' : `: ${destinationOf(destination).label}`;
  return `Closed to CAMHS, ${formatDate(from)} to ${formatDate(to)}${where}`;
}
