// The rows of one young person, as a pure function of their profile.
import type { RowOf } from '../../engine/processing/table.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { endsOn, lastsUntil, overrideEnds } from '../../engine/person/domain/consent.js';
import type { ConsentEntry, HeldIdentifier, Override } from '../../engine/person/domain/state.js';
import type { Profile } from './profile/profile.js';
import type { CivilDate } from '../../kernel/calendar/civil-date.js';
import { sendNow, sendStatusOn } from '../../engine/person/domain/send-status.js';
import { givenKey, nameKey } from '../../engine/person/matching/blocking.js';
import { searchKey } from './search-key.js';
import type { YoungPeopleTables } from './tables.js';

type RowsIn<T extends keyof YoungPeopleTables> = RowOf<YoungPeopleTables[T]>[];

export function personRow(id: string, profile: Profile): RowOf<YoungPeopleTables['young_person']> {
  const { core, details, birthEvent } = profile;
  const { givenName = '', familyName = '', birthDate, sex, ethnicity, postcode } = details;
  const { needs, since, deniedOn } = sendNow(core.sendStatuses, core.plans);
  return {
    ...{ id, given_name: givenName, family_name: familyName, birth_date: birthDate, sex, ethnicity, postcode },
    send_status: sendStatusOn(core, never as CivilDate),
    responsible: core.responsible ?? '',
    nhs_number: currentNumber('nhs-number', profile),
    upn: currentNumber('upn', profile),
    registered_on: core.registeredOn ?? never,
    moved_on: core.movedOn,
    died_on: core.diedOn,
    search_key: searchKey(familyName, givenName) || null,
    given_key: searchKey(givenName),
    birth_event: birthEvent,
    forgotten_on: core.forgottenOn,
    ...{ send_needs: needs, send_since: since?.on, send_event: since?.eventId, send_denied_on: deniedOn },
  };
}

/** A superseded number never shows here (REC-34). */
function currentNumber(kind: HeldIdentifier['kind'], { core, identifiers }: Profile): string | null {
  const held = core.identifiers.find((one) => one.kind === kind && one.supersededOn === undefined);
  return (held && identifiers[held.id]) ?? null;
}

export function nameRows(id: string, { names, details }: Profile): RowsIn<'known_name'> {
  const rows = names.map(({ givenName, familyName }) => ({
    ...{ person_id: id, name_key: nameKey(givenName, familyName), given_key: givenKey(givenName) },
    ...{ given_name: givenName, family_name: familyName, birth_date: details.birthDate },
  }));
  return [...new Map(rows.map((row) => [row.name_key, row])).values()];
}

export const identifierRows = (id: string, { core, identifiers }: Profile): RowsIn<'person_identifier'> =>
  core.identifiers.map((held) => ({
    ...{ person_id: id, identifier_id: held.id, kind: held.kind, issuer: held.issuer, value: identifiers[held.id] },
    ...{ from_on: held.from, to_on: held.supersededOn ?? never, why: held.why },
  }));

export const workerRows = (id: string, { core, workers }: Profile): RowsIn<'named_worker'> =>
  core.workers.map(({ id: assignment, role, workerId, organisation, from, to }) => ({
    ...{ person_id: id, role, worker_id: workerId, name: workers[assignment], organisation },
    ...{ from_on: from, to_on: to ?? never, assignment_id: assignment },
  }));

/** Each decision holds until the next one for the same purpose and recipient: any date falls into one of them, or into none after a consent ended. */
export const consentRows = (id: string, { core, details }: Profile): RowsIn<'person_consent'> => [
  ...Object.values(core.consents).flatMap((list, _, all) =>
    list.map((one, at) => {
      const next = list[at + 1]?.on ?? never;
      // What was given ends earlier when it is no longer the decision of whoever may decide.
      const ends = one.decision === 'given' ? endsOn(one, all.flat(), details.birthDate, core.assessments) : undefined;
      return consentRow(id, one, one.decision, ends !== undefined && ends < next ? ends : next, one.decidedBy);
    }),
  ),
  ...overridesWithEnds(core).map(({ one, ends }) => consentRow(id, one, 'overridden', ends, one.basis)),
];

/** Each override as it was said, when it ends, and when it was recorded: what its holders are told of it (TRN-44). */
export const overrideRows = (id: string, { core, overridesKnown }: Profile): RowsIn<'person_override'> =>
  overridesWithEnds(core).map(({ one, ends }) => {
    const { eventId, purpose, recipient, basis, authorisedBy, on } = one;
    return {
      ...{ person_id: id, event_id: eventId, purpose, recipient, basis, authorised_by: authorisedBy },
      ...{ from_on: on, until_on: lastsUntil(one), ends_on: ends, known_on: overridesKnown[eventId] ?? on },
    };
  });

/** Each with the first day on which it no longer holds: a later one for the same purpose and recipient replaces it. */
const overridesWithEnds = ({ overrides, consents }: Profile['core']) =>
  Object.values(overrides).flatMap((list) =>
    list.map((one, at) => {
      const next = list[at + 1]?.on ?? never;
      const ends = overrideEnds(one, Object.values(consents).flat());
      return { one, ends: ends < next ? ends : next };
    }),
  );

const consentRow = (
  id: string,
  { purpose, recipient, on, eventId }: ConsentEntry | Override,
  decision: string,
  to: string,
  decidedBy: string,
): RowOf<YoungPeopleTables['person_consent']> => ({
  person_id: id,
  ...{ purpose, recipient, decision, from_on: on, to_on: to, decided_by: decidedBy, event_id: eventId },
});

export const contactRows = (id: string, { core, contacts }: Profile): RowsIn<'contact'> =>
  core.contacts.map((held) => {
    const { name, relationship, parentalResponsibility, phone, email, address, mayBeContacted } =
      contacts[held.id] ?? {};
    return {
      ...{ person_id: id, contact_id: held.id, name, relationship, parental_responsibility: parentalResponsibility },
      ...{ phone, email, address, may_be_contacted: mayBeContacted, from_on: held.from, to_on: held.to ?? never },
    };
  });

export const deathRows = (id: string, { deathKnown }: Profile): RowsIn<'person_death'> =>
  deathKnown.flatMap(({ from, on, eventId = '' }, at) => {
    const until = deathKnown[at + 1]?.from ?? never;
    return on === undefined
      ? []
      : [{ person_id: id, died_on: on, event_id: eventId, recorded_from: from, recorded_to: until }];
  });
