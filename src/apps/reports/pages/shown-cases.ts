// Transitions and reviews behind a figure as rows: who, in which team or which review, the date that put them there.
import { academicYearOf, civilDate, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { ReviewLacking, ReviewLacksQuery } from '../../../cases/ehc-plan/queries/list-review-lacks.js';
import { destinationOf } from '../../../cases/camhs-transition/domain/destinations.js';
import type { Discharge } from '../../../cases/camhs-transition/queries/list-discharges.js';
import type { TransitionLine } from '../../../cases/camhs-transition/queries/register-line.js';
import { paths } from '../../paths.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import { personMarks } from '../../../engine/web/present/person-marks.js';
import type { MarkedPerson } from '../../../engine/person/person-marks.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import { gateWords } from '../area/transitions.js';

export interface ShownCase {
  readonly person: string;
  readonly marks: readonly Tag[];
  readonly href: string;
  readonly about: string;
  readonly what: string;
  readonly on?: string;
}

const who = (line: MarkedPerson & { readonly personId: string; readonly name: string }) => ({
  person: line.name === '' ? 'Name not on record' : line.name,
  marks: personMarks(line),
  href: paths.person({ personId: line.personId }),
});

export const shownTransition = (line: TransitionLine): ShownCase => ({
  ...who(line),
  about: words(line.team),
  what: [gateWords[line.nextGate] ?? line.nextGate, line.destination]
    .filter((part) => part !== undefined)
    .join('; to: '),
  on: line.nextGateOn,
});

export const shownDischarge = (line: Discharge): ShownCase => ({
  ...who(line),
  about: words(line.team),
  what: `Closed: ${line.label}`,
  on: line.closedOn,
});

/** The name leads to the review, where its steps stand and what it lacks. */
export const shownLacking = (line: ReviewLacking): ShownCase => {
  const { planId, cycleId, ordinal, lack, roles, rule, decidedOn } = line;
  return {
    ...who(line),
    href: paths.ehc.review({ planId, cycleId }),
    about: `Review ${ordinal}`,
    what: `${words(lack)}${roles.length > 0 ? `: ${roles.map(inWords).join(', ')}` : ''} (${rule}); decided`,
    on: decidedOn,
  };
};

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
