// Every command on a young person, as the decider takes it.
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { planGoneReasons } from '../../../engine/person/domain/codes.js';
import type {
  DataOf,
  Departure,
  DepartureSource,
  ParentalResponsibility,
  SupersedeReason,
} from '../../../engine/person/domain/events.js';

type On<T extends string, P> = { readonly type: T; readonly on: CivilDate } & Readonly<P>;

export type Register = On<
  'Register',
  { details: DataOf<'registered'>; identifiers?: readonly DataOf<'identifierAdded'>[] }
>;
export type CorrectDetails = On<'CorrectDetails', { details: DataOf<'detailsCorrected'> }>;
export type AddIdentifier = On<'AddIdentifier', { identifier: DataOf<'identifierAdded'> }>;
export type SupersedeIdentifier = On<
  'SupersedeIdentifier',
  { identifierId: string; why: SupersedeReason; reason?: string; replacement?: DataOf<'identifierAdded'> }
>;
export type AddContact = On<'AddContact', { contact: DataOf<'contactAdded'> }>;
export type ChangeContact = On<'ChangeContact', { contact: DataOf<'contactChanged'> }>;
export type EndContact = On<'EndContact', { contactId: string; reason?: string }>;
export type RecordCommunicationNeeds = On<'RecordCommunicationNeeds', { needs: DataOf<'communicationNeedsRecorded'> }>;
/** `onlyOf`: the organisation whose workers alone somebody names and ends; nobody without it is held to one. */
export type AssignNamedWorker = On<'AssignNamedWorker', { worker: DataOf<'namedWorkerAssigned'>; onlyOf?: string }>;
export type EndNamedWorker = On<
  'EndNamedWorker',
  { assignmentId: string; why: DataOf<'namedWorkerEnded'>['why']; reason?: string; onlyOf?: string }
>;
export type RecordSendStatus = On<'RecordSendStatus', { send: DataOf<'sendStatusRecorded'> }>;
/** What the case of an EHC plan tells of its person. */
export type KnowPlan = On<'KnowPlan', { planId: string; how: 'held' | (typeof planGoneReasons)[number] }>;
export type AssessCompetence = On<'AssessCompetence', { assessment: DataOf<'competenceAssessed'> }>;
/** The handler reads the birth date, and what is known of the contact's parental responsibility: both are sealed in the history. */
export type RecordConsent = On<
  'RecordConsent',
  { consent: DataOf<'consentRecorded'>; birthDate: CivilDate; parentalResponsibility?: ParentalResponsibility }
>;
/** `recordedBy`: the account of whoever records it, who does not authorise it too. */
export type OverrideConsent = On<'OverrideConsent', { override: DataOf<'consentOverridden'>; recordedBy: string }>;
export type RecordMoveAway = On<'RecordMoveAway', { move: DataOf<'movedAway'> }>;
/** `correctedOn`: the day on which it is said, where that corrects another date. */
export type RecordDeath = On<
  'RecordDeath',
  { source?: DepartureSource; correctionReason?: string; correctedOn: CivilDate }
>;
export type CorrectDeparture = On<'CorrectDeparture', { departure: Departure; to: CivilDate; reason: string }>;
export type WithdrawDeparture = On<'WithdrawDeparture', { departure: Departure; reason: string }>;
export type Forget = On<'Forget', { details: DataOf<'forgotten'> }>;

export type YoungPersonCommand =
  | Register
  | CorrectDetails
  | AddIdentifier
  | SupersedeIdentifier
  | AddContact
  | ChangeContact
  | EndContact
  | RecordCommunicationNeeds
  | AssignNamedWorker
  | EndNamedWorker
  | RecordSendStatus
  | KnowPlan
  | AssessCompetence
  | RecordConsent
  | OverrideConsent
  | RecordMoveAway
  | RecordDeath
  | CorrectDeparture
  | WithdrawDeparture
  | Forget;
