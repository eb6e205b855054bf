// Who is on the agenda of an interface meeting, and whether by name.
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { fullName } from '../../../kernel/full-name.js';
import { addMonths, ageGate, ageOn, latest, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { settingsFor, type Choices } from '../../../rules/chosen-settings.js';
import { settingsInUse } from '../../../rules/settings.js';
import { consentOn, type JudgedEntry } from '../domain/consent.js';
import { acceptedOn } from '../domain/guards.js';
import { pinned } from '../domain/protocols.js';
import { agendaRows, type AgendaPlace, type Meeting } from './agenda-rows.js';
import { wholeCases, type WholeCase } from './cases.js';
import { consentsOfAll } from './person-consents.js';
import { protocolOn } from './protocol-on.js';

interface Anonymous {
  readonly ageYears: number;
  readonly stage?: string;
  readonly discussionOverdue: boolean;
}

interface Named extends Anonymous {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly team: string;
  readonly basis: 'consent' | 'override';
  readonly lastDiscussedOn?: CivilDate;
}

/** A page of it: first those with a name, then those without. */
export interface Agenda {
  readonly on: CivilDate;
  readonly recipient: string;
  readonly named: readonly Named[];
  readonly anonymised: readonly Anonymous[];
  /** How many without a name stand on the pages before. */
  readonly anonymousBefore: number;
  /** Where the next page goes on. */
  readonly next?: AgendaPlace;
}

export function agendaOn(db: Statements, meeting: Meeting, limit = 50, place?: AgendaPlace): Agenda {
  const { on, recipient } = meeting;
  const { rows, anonymousBefore, next } = agendaRows(db, meeting, limit, place);
  const cases = wholeCases(
    db,
    rows.map(({ id }) => id),
    on,
  );
  const consents = consentsOfAll(
    db,
    rows.map((row) => row.person_id),
    recipient,
  );
  const choices = choicesIn(db);
  const named: Named[] = [];
  const anonymised: Anonymous[] = [];
  for (const row of rows) {
    const whole = cases.get(row.id);
    const birthDate = whole?.person.birthDate?.on;
    if (!whole || birthDate === undefined) continue;
    const { stage } = protocolOn(whole, on, choices);
    const lastDiscussedOn = whole.state.discussions.findLast((one) => one.on < on)?.on;
    const seen = {
      ageYears: ageOn(birthDate, on).years,
      stage,
      discussionOverdue: isOverdue(whole, lastDiscussedOn, on, choices),
    };
    // Whatever the rows say: no name without consent that holds by the rules themselves.
    const basis = row.named ? basisFor(consents.get(row.person_id) ?? [], meeting) : undefined;
    const known = { id: row.id, personId: row.person_id, name: fullName(row), team: row.team };
    if (basis) named.push({ ...known, ...seen, basis, lastDiscussedOn });
    else anonymised.push(seen);
  }
  // In an order that tells nothing beyond what is shown.
  anonymised.sort(
    (a, b) =>
      b.ageYears - a.ageYears ||
      (a.stage ?? '').localeCompare(b.stage ?? '') ||
      Number(b.discussionOverdue) - Number(a.discussionOverdue),
  );
  return { on, recipient, named, anonymised, anonymousBefore, next };
}

/** Consent must hold on the day of the meeting, and must not have been withdrawn since (TRN-43). */
function basisFor(entries: readonly JudgedEntry[], { recipient, on, today }: Meeting) {
  const kinds = [on, latest(on, today)].map((day) => consentOn(entries, recipient, day).kind);
  if (kinds.every((kind) => kind === 'given')) return 'consent';
  return kinds.every((kind) => kind === 'given' || kind === 'overridden') ? 'override' : undefined;
}

/** AMB-05: longer ago than the setting; a case never discussed counts from its 17th birthday or its referral. */
function isOverdue(
  { opened, person, state }: WholeCase,
  last: CivilDate | undefined,
  on: CivilDate,
  choices: Choices,
): boolean {
  const gate = person.birthDate ? ageGate(person.birthDate.on, 17, 0) : opened.referredOn;
  const since = last ?? latest(gate, opened.referredOn);
  const months = settingsInUse(pinned(opened.pack, opened.packVersion), settingsFor(choices, undefined, since))[
    'AMB-05'
  ];
  const accepted = acceptedOn(state);
  return accepted === undefined && addMonths(since, Number(months)) < on;
}
