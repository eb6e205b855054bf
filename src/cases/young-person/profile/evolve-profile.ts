// How each fact changes the open profile of a young person.
import { londonDate } from '../../../kernel/calendar/index.js';
import type { Folding } from '../../../kernel/decider.js';
import { evolve } from '../domain/evolve.js';
import {
  youngPersonCorrections,
  type YoungPersonEvent,
  type YoungPersonFact,
} from '../../../engine/person/domain/events.js';
import { inOrder } from '../../../engine/person/domain/lists.js';
import { emptyProfile, forgottenProfile, type Names, type Profile } from './profile.js';

function evolveProfile(before: Profile, event: YoungPersonEvent): Profile {
  const profile = learnOfDeath({ ...before, core: evolve(before.core, event) }, event);
  // What slipped in before the key was destroyed is forgotten too.
  if (profile.core.forgottenOn !== undefined) return forgottenProfile(profile);
  switch (event.type) {
    case 'YoungPersonRegistered': {
      const { sendStatus: _, responsible: __, ...details } = event.data;
      return { ...profile, details, names: named([], details), birthEvent: details.birthDate && event.id };
    }
    case 'YoungPersonDetailsCorrected': {
      const { reason: _, ...corrected } = event.data;
      const birthEvent = corrected.birthDate === undefined ? profile.birthEvent : event.id;
      const details = { ...profile.details, ...defined(corrected) };
      return { ...profile, details, names: named(profile.names, details), birthEvent };
    }
    case 'IdentifierAdded':
      return { ...profile, identifiers: { ...profile.identifiers, [event.data.identifierId]: event.data.value } };
    case 'ContactAdded': {
      const { contactId, ...contact } = event.data;
      return { ...profile, contacts: { ...profile.contacts, [contactId]: contact } };
    }
    case 'ContactChanged': {
      const { contactId, reason: _, ...changed } = event.data;
      const contact = { ...profile.contacts[contactId], ...defined(changed) };
      return { ...profile, contacts: { ...profile.contacts, [contactId]: contact } };
    }
    case 'CommunicationNeedsRecorded':
      return { ...profile, needs: inOrder(profile.needs, { ...event.data, on: event.occurredOn }) };
    case 'NamedWorkerAssigned':
      return { ...profile, workers: { ...profile.workers, [event.data.assignmentId]: event.data.name } };
    case 'ConsentRecorded':
      return { ...profile, reasons: { ...profile.reasons, [event.id]: event.data.why } };
    case 'ConsentOverridden':
      return {
        ...profile,
        reasons: { ...profile.reasons, [event.id]: event.data.reason },
        overridesKnown: { ...profile.overridesKnown, [event.id]: londonDate(event.recordedAt) },
      };
    case 'YoungPersonMovedAway':
      return { ...profile, movedTo: event.data.to };
    case 'IdentifierSuperseded':
    case 'ContactEnded':
    case 'NamedWorkerEnded':
    case 'SendStatusRecorded':
    case 'EhcPlanKnown':
    case 'EhcPlanGone':
    case 'CompetenceAssessed':
    case 'YoungPersonDied':
    case 'YoungPersonForgotten':
      return profile;
  }
}

/** Whoever gets back a former name has it as their present one, once. */
function named(names: readonly Names[], { givenName, familyName }: Names): readonly Names[] {
  if (givenName === undefined && familyName === undefined) return names;
  const others = names.filter((one) => one.givenName !== givenName || one.familyName !== familyName);
  return [...others, { givenName, familyName }];
}

/** A day is known as it stood at its end. */
function learnOfDeath(profile: Profile, { recordedAt }: Pick<YoungPersonEvent, 'recordedAt'>): Profile {
  const { core, deathKnown } = profile;
  const death = core.departures.findLast(({ what }) => what === 'death');
  const last = deathKnown[deathKnown.length - 1];
  if (last?.eventId === death?.eventId && last?.on === death?.on) return profile;
  const from = londonDate(recordedAt);
  const before = deathKnown.filter((one) => one.from < from);
  return { ...profile, deathKnown: [...before, { from, on: death?.on, eventId: death?.eventId }] };
}

/** A field that was not sent does not wipe out what is there. */
const defined = <T extends object>(data: T): Partial<T> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Partial<T>;

export const profileFolding: Folding<Profile, YoungPersonFact> = {
  category: 'youngPerson',
  initial: emptyProfile,
  evolve: evolveProfile,
  corrects: youngPersonCorrections,
  corrected: ({ deathKnown }, anew, event) => learnOfDeath({ ...anew, deathKnown }, event),
};
