// What several lists of transitions read: the row with the person's name, and the case's state with what is known of the person.
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import { readStates } from '../../../engine/processing/case-projection.js';
import { asOf as keptOn, type WithFacts } from '../../../engine/processing/keeping-facts.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { destinationOf } from '../domain/destinations.js';
import type { TransitionFact } from '../domain/events.js';
import type { AboutPerson } from '../domain/facts.js';
import type { Opened, Transition } from '../domain/state.js';
import { aboutPeople } from '../about-people.js';
import { transitionKind } from '../domain/transition-kind.js';
import { projectionName } from '../projection.js';

export interface CaseRow {
  readonly id: string;
  readonly person_id: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly team: string;
  readonly pack: string;
  readonly pack_version: number;
  readonly referred_on: CivilDate;
  readonly late: number;
  readonly send: number;
  readonly accepted_on: CivilDate;
  readonly adult_opened_on: CivilDate;
  readonly handed_over_on: CivilDate;
  readonly adult_met_on: CivilDate;
  readonly closed_on: CivilDate;
  readonly gate_18: CivilDate | null;
}

export const caseColumns =
  'c.id, c.person_id, p.given_name, p.family_name, c.team, c.pack, c.pack_version, c.referred_on, c.late, c.send, ' +
  'c.accepted_on, c.adult_opened_on, c.handed_over_on, c.adult_met_on, c.closed_on, c.gate_18';

/** `index`: for a list in its order; left to choose, SQLite would gather everybody who is open and sort them. */
export const casesBy = (index?: string): string =>
  `transition_case c${index === undefined ? '' : ` INDEXED BY ${index}`} LEFT JOIN young_person p ON p.id = c.person_id`;

export const caseTables = casesBy();

/** Open to CAMHS at the end of a day, and the young person alive. Two values, both that day. */
export const openToCamhs = 'c.opened_on <= ? AND c.open_until > ?';

/** A date by then, or nothing. */
export const byThen = (date: CivilDate, asOf: CivilDate): CivilDate | undefined => (date <= asOf ? date : undefined);

/** Accepted, but no adult worker has met the young person: since when, and for how many days. */
export function bridgingOn(
  { accepted_on, adult_met_on, closed_on }: Pick<CaseRow, 'accepted_on' | 'adult_met_on' | 'closed_on'>,
  asOf: CivilDate,
) {
  if (accepted_on > asOf || adult_met_on <= asOf || closed_on <= asOf) return undefined;
  return { since: accepted_on, days: daysBetween(accepted_on, asOf) };
}

export const labelOf = (destination: string | undefined): string | undefined =>
  destination === undefined ? undefined : destinationOf(destination).label;

type Kept = WithFacts<Transition, TransitionFact>;

export interface WholeCase {
  readonly state: Transition;
  /** What it was folded from, without what is sealed. */
  readonly facts: Kept['facts'];
  readonly opened: Opened;
  readonly person: AboutPerson;
}

/** The case as it stood at the end of a day; nothing before the day on which it was opened. */
export function wholeCase(db: Statements, id: string, asOf: CivilDate): WholeCase | undefined {
  return wholeCases(db, [id], asOf).get(id);
}

/** The same of a whole list, in three questions however long it is. */
export function wholeCases(db: Statements, ids: readonly string[], asOf: CivilDate): Map<string, WholeCase> {
  const states = [...keptStatesOn(db, ids, asOf)].flatMap(([id, { now: state, facts }]) =>
    state.opened ? [{ id, state, facts, opened: state.opened }] : [],
  );
  const people = aboutPeople(
    db,
    states.map(({ opened }) => opened.personId),
  );
  return new Map(
    states.map(({ id, ...whole }) => [id, { ...whole, person: people.get(whole.opened.personId) ?? {} }] as const),
  );
}

/** Where nothing of the person is asked: the cases alone, as they stood at the end of a day. */
export const statesOn = (db: Statements, ids: readonly string[], asOf: CivilDate): Map<string, Transition> =>
  new Map([...keptStatesOn(db, ids, asOf)].map(([id, { now }]) => [id, now] as const));

function keptStatesOn(db: Statements, ids: readonly string[], asOf: CivilDate): Map<string, Kept> {
  const known = readStates<Kept>(db, projectionName, ids);
  return new Map([...known].map(([id, kept]) => [id, keptOn(transitionKind, kept, asOf)] as const));
}
