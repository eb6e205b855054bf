// Everything that can be said of a move from CAMHS to adult life. Free text and evidence are sealed.
import { asListed } from '../../../rules/directory/current.js';
import type { CorrectionFact } from '../../../kernel/corrections.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';
import * as codes from './codes.js';
import { agreeingServices, destinationCodes, serviceMeant } from './destinations.js';
import { afterEvents } from './events-after.js';
import { careEvents } from './events-care.js';
import { receivingEvents } from './events-receiving.js';

/** Version 1 took any text for the service that agreed. */
const agreedWithService = ({ agreedWith, ...data }: Readonly<Record<string, unknown>>) =>
  typeof agreedWith === 'string' ? { ...data, agreedWith: serviceMeant(agreedWith) } : data;

export const transitionEvents = {
  opened: defineEvent(
    'TransitionOpened',
    {
      personId: field.id(),
      /** Into CAMHS. */
      referredOn: field.date(),
      team: field.listed('teams'),
      /** The protocol that this case follows to its end (AMB-06). */
      protocol: field.object({ pack: field.id(), version: field.whole() }),
      /** Special needs, an EHC plan or an expected long-term need: prompted from Year 9 and 14 (TRN-07, AMB-07). */
      send: field.flag(),
      /** Referred after 17 years 6 months (TRN-03). */
      late: field.flag(),
    },
    { version: 2, upcasts: { 1: asListed({ team: 'teams' }) } },
  ),
  stepRecorded: defineEvent(
    'TransitionStepRecorded',
    {
      stepId: field.id(),
      /** Canonical, whatever the variant calls it (AMB-06). */
      milestone: field.id(),
      /** Name under which the rules know the step. */
      fact: field.id(),
      outcome: field.code(codes.stepOutcomes),
      attendees: field.optional(field.list(field.code(codes.attendeeRoles))),
      /** A date that was agreed at this step, such as that of the final meeting. */
      arrangedFor: field.optional(field.date()),
      /** A final meeting on or after the 18th birthday (TRN-B2.6). */
      late: field.optional(field.flag()),
      evidence: field.optional(field.text(400)),
      reason: field.optional(field.text()),
    },
    { personal: ['evidence', 'reason'] },
  ),
  /** Version 1 said that it was discussed, and not what came of it. */
  interfaceDiscussed: defineEvent(
    'InterfaceDiscussed',
    {
      meetingId: field.id(),
      manner: field.code(codes.interfaceManners),
      /** Codes of the adult services that were there. */
      recipients: field.list(field.listed('organisations')),
      consentEventIds: field.list(field.id()),
      decision: field.optional(field.code(codes.interfaceDecisions)),
      minute: field.optional(field.text()),
      action: field.optional(field.text()),
      /** Whose the action is, and by when. */
      actionBy: field.optional(field.code(codes.attendeeRoles)),
      actionDueOn: field.optional(field.date()),
    },
    {
      version: 3,
      personal: ['minute', 'action'],
      upcasts: { 1: (data) => ({ ...data }), 2: asListed({ recipients: 'organisations' }) },
    },
  ),
  jointPlanAgreed: defineEvent(
    'JointPlanAgreed',
    {
      youngPerson: field.code(codes.youngPersonSignatures),
      family: field.code(codes.familySignatures),
      promisedContacts: field.list(
        field.object({ kind: field.code(codes.contactKinds), everyDays: field.whole(), by: field.listed('promisers') }),
      ),
      reason: field.optional(field.text()),
      familyReason: field.optional(field.text()),
    },
    {
      version: 2,
      personal: ['reason', 'familyReason'],
      upcasts: { 1: asListed({ 'promisedContacts.by': 'promisers' }) },
    },
  ),
  jointPlanCopyGiven: defineEvent('JointPlanCopyGiven', {}),
  leadServiceChanged: defineEvent(
    'LeadServiceChanged',
    { lead: field.code(codes.leads), crisisContact: field.code(codes.leads), reason: field.optional(field.text()) },
    { personal: ['reason'] },
  ),
  past18ReasonRecorded: defineEvent(
    'Past18ReasonRecorded',
    {
      reason: field.code(codes.past18Reasons),
      agreedWith: field.optional(field.code(agreeingServices)),
      reviewOn: field.date(),
      note: field.optional(field.text()),
    },
    { version: 2, personal: ['note'], upcasts: { 1: agreedWithService } },
  ),
  camhsClosed: defineEvent(
    'CamhsClosed',
    {
      destination: field.code(destinationCodes),
      receivingParty: field.optional(field.text(200)),
      acceptanceEvidence: field.optional(field.text(400)),
    },
    { personal: ['receivingParty', 'acceptanceEvidence'] },
  ),
  /** What no step of the protocol holds, but a rule asks for. */
  markRecorded: defineEvent('TransitionMarkRecorded', {
    mark: field.code(codes.marks),
    plannedFor: field.optional(field.date()),
  }),
  ...receivingEvents,
  ...afterEvents,
  ...careEvents,
};

export type TransitionFact = FactOf<typeof transitionEvents> | CorrectionFact;
/** What the state is folded from: corrections are not. */
export type TransitionEvent = PastEventOf<typeof transitionEvents>;
