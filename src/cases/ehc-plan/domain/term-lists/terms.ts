// The school terms of an authority, read from its calendar: when each starts, for whom on another day, and when the next one does.
import { civilDate, type CivilDate } from '../../../../kernel/calendar/index.js';
import { invalid, notFound } from '../../../../kernel/errors.js';
import data from './term-calendars.json' with { type: 'json' };

export interface Term {
  readonly id: string;
  readonly name: string;
  readonly firstDay: CivilDate;
  /** The list covers the days before this one: the holidays too, for nobody is asked to a school that is closed. */
  readonly nextFirstDay: CivilDate;
}

interface Calendar {
  readonly authority: string;
  readonly alsoCalled: readonly string[];
  readonly terms: readonly { readonly id: string; readonly name: string; readonly firstDay: string }[];
  readonly institutions: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
}

const calendars: readonly Calendar[] = data.calendars;

/** By the authority's code, or by the name under which its officers sign in. Error: `not-found`. */
function calendarOf(code: string): Calendar {
  const found = calendars.find(({ authority, alsoCalled }) => authority === code || alsoCalled.includes(code));
  if (!found) throw notFound('term calendar', code);
  return found;
}

/** Every name under which plans of this authority may stand; the first is its code. */
export function namesOf(code: string): readonly [string, ...string[]] {
  const { authority, alsoCalled } = calendarOf(code);
  return [authority, ...alsoCalled];
}

/** Errors: `not-found` without a calendar or such a term; `invalid-input` while nobody knows when the next term starts. */
export function termOf(code: string, id: string): Term {
  const { terms } = calendarOf(code);
  const at = terms.findIndex((term) => term.id === id);
  const [term, next] = [terms[at], terms[at + 1]];
  if (!term) throw notFound('term', id);
  if (!next) throw invalid('term', 'the calendar does not say when the next term starts: a list has no end', 'EHC-11');
  return { id, name: term.name, firstDay: civilDate(term.firstDay), nextFirstDay: civilDate(next.firstDay) };
}

/** Every term of which a list can be made, in order. Error: `not-found`. */
export const termsOf = (code: string): Term[] =>
  calendarOf(code)
    .terms.slice(0, -1)
    .map(({ id }) => termOf(code, id));

/** The code of every authority whose terms are known. */
export const authoritiesWithTerms: readonly string[] = calendars.map(({ authority }) => authority);

/** The next term whose list is still to be sent or used: the first that starts on or after the day. Error: `not-found`. */
export function comingTerm(code: string, day: CivilDate): Term {
  const coming = calendarOf(code).terms.find(({ firstDay }) => firstDay >= day);
  if (!coming) throw notFound('term', `from ${day} on`);
  return termOf(code, coming.id);
}

/** Dates vary by school: the institution's own first day, else the authority's. */
export function firstDayAt(code: string, { id, firstDay }: Term, institution: string | undefined): CivilDate {
  const own = institution === undefined ? undefined : calendarOf(code).institutions[institution]?.[id];
  return own === undefined ? firstDay : civilDate(own);
}
