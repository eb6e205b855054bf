// Who is on the agenda of an interface meeting, and whether by name.
import { fullName } from '../../kernel/full-name.js';
import { addMonths, ageGate, ageOn, latest, type CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../../processing/statements.js';
import { settingsInUse } from '../../rules/settings.js';
import { consentOn, type ConsentEntry } from '../domain/consent.js';
import { acceptedOn } from '../domain/guards.js';
import { pinned } from '../domain/protocols.js';
import { caseColumns, caseTables, openToCamhs, wholeCases, type CaseRow, type WholeCase } from './cases.js';
import { consentsOf } from './person-consents.js';
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

export interface Agenda {
  readonly on: CivilDate;
  readonly recipient: string;
  readonly named: readonly Named[];
  readonly anonymised: readonly Anonymous[];
}

export interface Meeting {
  readonly on: CivilDate;
  readonly today: CivilDate;
  readonly recipient: string;
  readonly team?: string;
}

/** Everyone open to CAMHS whose 17th birthday has come by then: also who is accepted and still waits for an adult worker. */
const onAgenda = `SELECT ${caseColumns} FROM ${caseTables}
  WHERE ${openToCamhs} AND c.gate_17 <= ? AND (? IS NULL OR c.team = ?) ORDER BY c.gate_18, c.id`;

export function agendaOn(db: Statements, { on, today, recipient, team }: Meeting): Agenda {
  const named: Named[] = [];
  const anonymised: Anonymous[] = [];
  const rows = db.all<CaseRow>(onAgenda, on, on, on, team ?? null, team ?? null);
  const ids = rows.map(({ id }) => id);
  const cases = wholeCases(db, ids, on);
  for (const row of rows) {
    const whole = cases.get(row.id);
    const birthDate = whole?.person.birthDate?.on;
    if (!whole || birthDate === undefined) continue;
    const ageYears = ageOn(birthDate, on).years;
    const { stage } = protocolOn(whole.state, whole.opened, whole.person, on);
    const lastDiscussedOn = whole.state.discussions.findLast((one) => one.on < on)?.on;
    const seen = { ageYears, stage, discussionOverdue: isOverdue(whole, lastDiscussedOn, on) };
    const basis = basisFor(consentsOf(db, row.person_id, recipient), recipient, birthDate, on, today);
    if (basis)
      named.push({
        id: row.id,
        personId: row.person_id,
        name: fullName(row),
        team: row.team,
        ...seen,
        basis,
        lastDiscussedOn,
      });
    else anonymised.push(seen);
  }
  // In an order that tells nothing beyond what is shown.
  anonymised.sort(
    (a, b) =>
      b.ageYears - a.ageYears ||
      (a.stage ?? '').localeCompare(b.stage ?? '') ||
      Number(b.discussionOverdue) - Number(a.discussionOverdue),
  );
  named.sort((a, b) => (a.lastDiscussedOn ?? '').localeCompare(b.lastDiscussedOn ?? ''));
  return { on, recipient, named, anonymised };
}

/** Consent must hold on the day of the meeting, and must not have been withdrawn since (TRN-43). */
function basisFor(
  entries: readonly ConsentEntry[],
  recipient: string,
  birthDate: CivilDate,
  on: CivilDate,
  today: CivilDate,
) {
  const kinds = [on, latest(on, today)].map((day) => consentOn(entries, recipient, birthDate, day).kind);
  if (kinds.every((kind) => kind === 'given')) return 'consent';
  return kinds.every((kind) => kind === 'given' || kind === 'overridden') ? 'override' : undefined;
}

/** AMB-05: longer ago than the setting; a case never discussed counts from its 17th birthday or its referral. */
function isOverdue({ opened, person, state }: WholeCase, last: CivilDate | undefined, on: CivilDate): boolean {
  const gate = person.birthDate ? ageGate(person.birthDate.on, 17, 0) : opened.referredOn;
  const since = last ?? latest(gate, opened.referredOn);
  const months = settingsInUse(pinned(opened.pack, opened.packVersion))['AMB-05'];
  const accepted = acceptedOn(state);
  return accepted === undefined && addMonths(since, Number(months)) < on;
}
