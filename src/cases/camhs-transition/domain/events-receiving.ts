// What happens on the way to the service that takes over: choosing, referring, meeting, handing over item by item.
import { defineEvent, field } from '../../../kernel/events.js';
import * as codes from './codes.js';
import { destinationCodes } from './destinations.js';

const destination = field.code(destinationCodes);

/** Version 1 did not say who recorded it: of the service, or CAMHS for it (TRN-01b). */
const acceptance = {
  recordedBy: field.optional(field.code(codes.acceptanceRecorders)),
  channel: field.optional(field.code(codes.reportChannels)),
};

export const receivingEvents = {
  receivingServiceChosen: defineEvent('ReceivingServiceChosen', { destination }),
  referred: defineEvent(
    'OnwardReferralMade',
    {
      destination,
      evidence: field.optional(field.text(400)),
      /** The consents and overrides that held on that day (TRN-44). Version 1 did not say. */
      consentEventIds: field.list(field.id()),
    },
    { version: 2, personal: ['evidence'], upcasts: { 1: (data) => ({ ...data, consentEventIds: [] }) } },
  ),
  referralAccepted: defineEvent(
    'OnwardReferralAccepted',
    { destination, by: field.text(200), evidence: field.text(400) },
    { personal: ['by', 'evidence'] },
  ),
  referralRefused: defineEvent(
    'OnwardReferralRefused',
    { destination, fallback: field.optional(destination), reason: field.text() },
    { personal: ['reason'] },
  ),
  adultWorkerNamed: defineEvent(
    'AdultWorkerNamed',
    { role: field.code(codes.workerRoles), service: destination, name: field.text(200) },
    { personal: ['name'] },
  ),
  adultWorkerMet: defineEvent('AdultWorkerMet', {
    service: field.optional(destination),
    /** With CAMHS in the room. */
    together: field.flag(),
  }),
  receivingServiceOpened: defineEvent(
    'ReceivingServiceOpened',
    {
      service: destination,
      reference: field.text(200),
      ...acceptance,
      by: field.optional(field.text(200)),
      evidence: field.optional(field.text(400)),
    },
    { version: 2, personal: ['reference', 'by', 'evidence'], upcasts: { 1: (data) => ({ ...data }) } },
  ),
  itemOffered: defineEvent(
    'HandOverItemOffered',
    { itemId: field.id(), kind: field.code(codes.handOverKinds), note: field.optional(field.text()) },
    { personal: ['note'] },
  ),
  itemAccepted: defineEvent('HandOverItemAccepted', { itemId: field.id() }),
  itemReturned: defineEvent(
    'HandOverItemReturned',
    { itemId: field.id(), reason: field.text() },
    { personal: ['reason'] },
  ),
  handOverAccepted: defineEvent(
    'HandOverAccepted',
    { service: destination, by: field.text(200), evidence: field.optional(field.text(400)), ...acceptance },
    { version: 2, personal: ['by', 'evidence'], upcasts: { 1: (data) => ({ ...data }) } },
  ),
};
