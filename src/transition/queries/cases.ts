// What several lists of transitions read: the row with the person's name, and the case's state with what is known of the person.
import { daysBetween, type CivilDate } from '../../kernel/calendar/index.js';
import { readState } from '../../processing/case-projection.js';
import type { Statements } from '../../processing/statements.js';
import { destinationOf } from '../domain/destinations.js';
import { asOn } from '../domain/evolve.js';
import type { AboutPerson } from '../domain/facts.js';
import type { Opened, Transition } from '../domain/state.js';
import { aboutPerson, projectionName } from '../projection.js';

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

export const caseTables = 'transition_case c LEFT JOIN young_person p ON p.id = c.person_id';

/** Open to CAMHS at the end of a day, and the young person alive. Two values, both that day. */
export const openToCamhs = 'c.opened_on <= ? AND c.open_until > ?';

/** A date by then, or nothing. */
export const byThen = (date: CivilDate, asOf: CivilDate): CivilDate | undefined => (date <= asOf ? date : undefined);

/** Accepted, but no adult worker has met the young person: since when, and for how many days. */
export function bridgingOn({ accepted_on, adult_met_on, closed_on }: CaseRow, asOf: CivilDate) {
  if (accepted_on > asOf || adult_met_on <= asOf || closed_on <= asOf) return undefined;
  return { since: accepted_on, days: daysBetween(accepted_on, asOf) };
}

export const nameOf = ({ given_name, family_name }: Pick<CaseRow, 'given_name' | 'family_name'>): string =>
  [given_name, family_name].filter(Boolean).join(' ');

export const labelOf = (destination: string | undefined): string | undefined =>
  destination === undefined ? undefined : destinationOf(destination).label;

export interface WholeCase {
  readonly state: Transition;
  readonly opened: Opened;
  readonly person: AboutPerson;
}

/** The case as it stood at the end of a day; nothing before the day on which it was opened. */
export function wholeCase(db: Statements, id: string, asOf: CivilDate): WholeCase | undefined {
  const known = readState<Transition>(db, projectionName, id);
  const state = known && asOn(known, asOf);
  if (!state?.opened) return undefined;
  return { state, opened: state.opened, person: aboutPerson(db, state.opened.personId) };
}
