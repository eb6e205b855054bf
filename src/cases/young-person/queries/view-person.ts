// A profile as it shows on a date, to a role.
import { ageOn, type CivilDate } from '../../../kernel/calendar/index.js';
import { sendStatusOn } from '../../../engine/person/domain/send-status.js';
import { latestOn } from '../../../engine/person/domain/lists.js';
import { isDestroyed, type Profile } from '../profile/profile.js';
import { viewConsents } from './view-consents.js';
import type { ContactView, IdentifierView, NamedWorkerView, YoungPersonView } from './person-view.js';

/** Who sees superseded identifiers (REC-34). */
export const seesRestricted = (role: string): boolean => role === 'auditor' || role === 'manager';

const holds = ({ from, to }: { readonly from: string; readonly to?: string }, date: string): boolean =>
  from <= date && (to === undefined || to > date);

const by = <T extends string>(date: T | undefined, asOf: string): T | undefined =>
  date !== undefined && date <= asOf ? date : undefined;

/** Corrected details show as corrected (REC-11); what was dated shows as it stood on the date. */
export function viewPerson(
  id: string,
  revision: number,
  profile: Profile,
  asOf: CivilDate,
  role: string,
): YoungPersonView {
  const { core, details } = profile;
  const { birthDate } = details;
  const movedOn = by(core.movedOn, asOf);
  return {
    id,
    asOf,
    revision,
    personalDataDestroyed: isDestroyed(profile),
    ...details,
    age: birthDate !== undefined && birthDate <= asOf ? ageOn(birthDate, asOf).years : undefined,
    responsible: core.responsible ?? '',
    sendStatus: sendStatusOn(core, asOf),
    identifiers: identifiersOf(profile, asOf, role),
    contacts: contactsOf(profile, asOf),
    communicationNeeds: latestOn(profile.needs, asOf),
    namedWorkers: workersOf(profile, asOf),
    consents: viewConsents(profile, asOf),
    movedOn,
    movedTo: movedOn && profile.movedTo,
    diedOn: by(core.diedOn, asOf),
  };
}

/** Superseded is superseded: no earlier date opens it to a role that may not see it. */
const identifiersOf = ({ core, identifiers }: Profile, asOf: string, role: string): IdentifierView[] =>
  core.identifiers
    .filter(({ from, supersededOn }) => (supersededOn === undefined ? from <= asOf : seesRestricted(role)))
    .map(({ id: identifierId, kind, issuer, supersededOn, why }) => ({
      identifierId,
      kind,
      issuer,
      value: identifiers[identifierId],
      restricted: supersededOn !== undefined,
      supersededOn,
      why,
    }));

const contactsOf = ({ core, contacts }: Profile, asOf: string): ContactView[] =>
  core.contacts
    .filter((contact) => holds(contact, asOf))
    .map(({ id: contactId, from }) => ({ contactId, ...contacts[contactId], from }));

const workersOf = ({ core, workers }: Profile, asOf: string): NamedWorkerView[] =>
  core.workers
    .filter(({ from, to }) => from <= asOf && from !== to)
    .map(({ id: assignmentId, role, workerId, organisation, from, to }) => ({
      assignmentId,
      role,
      workerId,
      name: workers[assignmentId],
      organisation,
      from,
      to: by(to, asOf),
      current: holds({ from, to }, asOf),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
