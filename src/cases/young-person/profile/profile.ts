// A young person with their personal fields open: what the clear state knows, and the words and values that go with it.
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { DataOf } from '../../../engine/person/domain/events.js';
import { initial, type YoungPerson } from '../../../engine/person/domain/state.js';

/** Personal fields are gone once the person's key was destroyed (REC-12). */
export type Details = Partial<Omit<DataOf<'registered'>, 'sendStatus' | 'responsible'>>;
export type Names = Pick<Details, 'givenName' | 'familyName'>;
export type ContactDetails = Partial<Omit<DataOf<'contactAdded'>, 'contactId'>>;
export type Needs = DataOf<'communicationNeedsRecorded'> & { readonly on: CivilDate };

export interface Profile {
  readonly core: YoungPerson;
  readonly details: Details;
  /** Every pair of names that was ever on record, the present one last: somebody is known again by a former one. */
  readonly names: readonly Names[];
  /** The event that says when they were born: the registration, or the correction that holds. */
  readonly birthEvent?: string;
  /** Values by identifier id. */
  readonly identifiers: Readonly<Record<string, string | undefined>>;
  readonly contacts: Readonly<Record<string, ContactDetails>>;
  /** In order of date; the last one holds. */
  readonly needs: readonly Needs[];
  /** Names by assignment id. */
  readonly workers: Readonly<Record<string, string | undefined>>;
  /** Why it was decided, by event id. */
  readonly reasons: Readonly<Record<string, string | undefined>>;
  /** When each override was recorded, by event id. */
  readonly overridesKnown: Readonly<Record<string, CivilDate>>;
  readonly movedTo?: string;
  /** Which death was on record from the end of which day on; in order of recording. */
  readonly deathKnown: readonly KnownDeath[];
}

export interface KnownDeath {
  readonly from: CivilDate;
  readonly on?: CivilDate;
  readonly eventId?: string;
}

export const emptyProfile: Profile = {
  core: initial,
  details: {},
  names: [],
  identifiers: {},
  contacts: {},
  needs: [],
  workers: {},
  reasons: {},
  overridesKnown: {},
  deathKnown: [],
};

export const isDestroyed = ({ core, details }: Profile): boolean =>
  core.registeredOn !== undefined && details.birthDate === undefined;

/** What is left of a person whose key is destroyed: what the clear facts tell (REC-12). */
export const forgottenProfile = ({ core, contacts, needs, overridesKnown, deathKnown }: Profile): Profile => ({
  ...emptyProfile,
  core,
  contacts: Object.fromEntries(Object.keys(contacts).map((id) => [id, {}])),
  needs: needs.map(({ on }) => ({ on })),
  overridesKnown,
  deathKnown,
});
