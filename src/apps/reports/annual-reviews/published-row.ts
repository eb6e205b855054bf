// DfE's published annual-review row, from plans as of census day, by definitions that are data (SEN2-10…15).
import { addDays, addMonths, daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import definitions from './definitions.json' with { type: 'json' };
import type { PlanReviews } from './plan-reviews.js';

export type PublishedRow = Readonly<Record<string, number>>;

type Condition = (plan: PlanReviews) => boolean;

interface Column {
  readonly name: string;
  readonly count?: readonly string[];
  readonly remainder?: { readonly of: string; readonly less: readonly string[] };
}

export const definitionVersion = `${definitions.measure}, definitions version ${definitions.version}`;

/** Keyed by DfE's column names, in DfE's order. */
export function publishedRow(plans: Iterable<PlanReviews>, census: CivilDate): PublishedRow {
  const conditions = conditionsOn(census);
  const columns: readonly Column[] = definitions.columns.map((column) => named(column, census));
  const counted = columns
    .filter((column) => column.count)
    .map(({ name, count = [] }) => ({
      name,
      conditions: count.map((condition) => conditions[condition] ?? unknown(condition)),
      sum: 0,
    }));
  for (const plan of plans)
    for (const column of counted) if (column.conditions.every((holds) => holds(plan))) column.sum++;
  const row: Record<string, number> = {};
  const sums = new Map(counted.map(({ name, sum }) => [name, sum]));
  for (const { name, remainder } of columns) {
    row[name] =
      sums.get(name) ??
      (remainder
        ? remainder.less.reduce((left, less) => left - (sums.get(less) ?? 0), sums.get(remainder.of) ?? 0)
        : 0);
  }
  return row;
}

function conditionsOn(census: CivilDate): Readonly<Record<string, Condition>> {
  const { expectedAfterMonths, notDueWithinDays, decisionWithinDays } = definitions.parameters;
  const startedBy = addMonths(census, -expectedAfterMonths);
  const notDueAfter = addDays(census, -notDueWithinDays);
  const year = Number(census.slice(0, 4));
  const yearOf = (date: CivilDate | undefined) => (date === undefined ? undefined : Number(date.slice(0, 4)));
  const took = ({ meetingOn, decisionOn }: PlanReviews) =>
    meetingOn === undefined || decisionOn === undefined ? undefined : daysBetween(meetingOn, decisionOn);
  const before = (found: number | undefined, limit: number) => found !== undefined && found < limit;
  return {
    active: () => true,
    expected: ({ planMadeOn }) => planMadeOn <= startedBy,
    notExpected: ({ planMadeOn }) => planMadeOn > startedBy,
    hasMeeting: ({ meetingOn }) => meetingOn !== undefined,
    noMeeting: ({ meetingOn }) => meetingOn === undefined,
    meetingThisYear: ({ meetingOn }) => yearOf(meetingOn) === year,
    meetingLastYear: ({ meetingOn }) => yearOf(meetingOn) === year - 1,
    meetingEarlier: ({ meetingOn }) => before(yearOf(meetingOn), year - 1),
    decisionThisYear: ({ decisionOn }) => yearOf(decisionOn) === year,
    decisionLastYear: ({ decisionOn }) => yearOf(decisionOn) === year - 1,
    decisionEarlier: ({ decisionOn }) => before(yearOf(decisionOn), year - 1),
    decisionNotDue: ({ meetingOn }) => meetingOn !== undefined && meetingOn > notDueAfter,
    amend: ({ outcome }) => outcome === 'amend',
    cease: ({ outcome }) => outcome === 'cease',
    maintain: ({ outcome }) => outcome === 'maintain',
    noOutcome: ({ outcome }) => outcome === undefined,
    decisionInTime: (plan) => before(took(plan), decisionWithinDays + 1),
    decisionLate: (plan) => (took(plan) ?? 0) > decisionWithinDays,
  };
}

/** `review_meeting_{YY}` in a return of January 2025 is `review_meeting_25`, `{YY-1}` is 24. */
function named(column: Column, census: CivilDate): Column {
  const year = Number(census.slice(2, 4));
  const fill = (name: string) =>
    name.replace('{YY}', String(year).padStart(2, '0')).replace('{YY-1}', String((year + 99) % 100).padStart(2, '0'));
  const { count, remainder } = column;
  return {
    name: fill(column.name),
    count,
    remainder: remainder && { of: fill(remainder.of), less: remainder.less.map(fill) },
  };
}

const unknown = (condition: string): never => {
  throw new Error(`The annual-review definitions name a condition that does not exist: ${condition}`);
};
