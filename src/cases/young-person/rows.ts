// The rows of one young person, as a pure function of their profile.
import type { Value } from '../../engine/processing/statements.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { endsOn, lastsUntil, overrideEnds } from '../../engine/person/domain/consent.js';
import type { ConsentEntry, HeldIdentifier, Override } from '../../engine/person/domain/state.js';
import type { Profile } from './profile/profile.js';
import type { CivilDate } from '../../kernel/calendar/civil-date.js';
import { sendNow, sendStatusOn } from '../../engine/person/domain/send-status.js';
import { searchKey } from './search-key.js';

type Row = readonly Value[];

export function personRow(id: string, profile: Profile): Row {
  const { core, details, birthEvent = null } = profile;
  const { givenName = '', familyName = '', birthDate = null, sex = null, ethnicity = null, postcode = null } = details;
  const sendStatus = sendStatusOn(core, never as CivilDate);
  const { needs, since, deniedOn = null } = sendNow(core.sendStatuses, core.plans);
  const numbers = [currentNumber('nhs-number', profile), currentNumber('upn', profile)];
  const dates = [core.registeredOn ?? never, core.movedOn ?? null, core.diedOn ?? null];
  const keys = [searchKey(familyName, givenName) || null, searchKey(givenName), birthEvent];
  const person = [id, givenName, familyName, birthDate, sex, ethnicity, postcode, sendStatus, core.responsible ?? ''];
  const send = [Number(needs), since?.on ?? null, since?.eventId ?? null, deniedOn];
  return [...person, ...numbers, ...dates, ...keys, core.forgottenOn ?? null, ...send];
}

/** A superseded number never shows here (REC-34). */
function currentNumber(kind: HeldIdentifier['kind'], { core, identifiers }: Profile): string | null {
  const held = core.identifiers.find((one) => one.kind === kind && one.supersededOn === undefined);
  return (held && identifiers[held.id]) ?? null;
}

export const identifierRows = (id: string, { core, identifiers }: Profile): Row[] =>
  core.identifiers.map((held) => [
    id,
    held.id,
    held.kind,
    held.issuer ?? null,
    identifiers[held.id] ?? null,
    held.from,
    held.supersededOn ?? never,
    held.why ?? null,
  ]);

export const workerRows = (id: string, { core, workers }: Profile): Row[] =>
  core.workers.map(({ id: assignment, role, workerId, organisation, from, to }) => [
    id,
    role,
    workerId,
    workers[assignment] ?? null,
    organisation,
    from,
    to ?? never,
    assignment,
  ]);

/** Each decision holds until the next one for the same purpose and recipient: any date falls into one of them, or into none after a consent ended. */
export const consentRows = (id: string, { core, details }: Profile): Row[] => [
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
export const overrideRows = (id: string, { core, overridesKnown }: Profile): Row[] =>
  overridesWithEnds(core).map(({ one, ends }) => {
    const said = [one.eventId, one.purpose, one.recipient, one.basis, one.authorisedBy];
    return [id, ...said, one.on, lastsUntil(one), ends, overridesKnown[one.eventId] ?? one.on];
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

const consentRow = (id: string, one: ConsentEntry | Override, decision: string, to: string, decidedBy: string): Row => [
  id,
  one.purpose,
  one.recipient,
  decision,
  one.on,
  to,
  decidedBy,
  one.eventId,
];

export const contactRows = (id: string, { core, contacts }: Profile): Row[] =>
  core.contacts.map((held) => {
    const { name, relationship, parentalResponsibility, phone, email, address, mayBeContacted } =
      contacts[held.id] ?? {};
    const optional = [name, relationship, parentalResponsibility, phone, email, address].map((value) => value ?? null);
    return [
      id,
      held.id,
      ...optional,
      mayBeContacted === undefined ? null : Number(mayBeContacted),
      held.from,
      held.to ?? never,
    ];
  });

export const deathRows = (id: string, { deathKnown }: Profile): Row[] =>
  deathKnown.flatMap(({ from, on, eventId }, at) =>
    on === undefined ? [] : [[id, on, eventId ?? '', from, deathKnown[at + 1]?.from ?? never]],
  );
