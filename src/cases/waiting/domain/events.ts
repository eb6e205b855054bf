// Everything that can be said of one referral that waits. There is no pause (WAIT-04), so no event says one.
import { asListed } from '../../../rules/directory/current.js';
import type { CorrectionFact } from '../../../kernel/corrections.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';
import {
  clockStarts,
  clockStops,
  contactModes,
  derivedStops,
  helpElements,
  missedReasons,
  pathways,
  referralSources,
  removalReasons,
  segments,
  urgencies,
  validationOutcomes,
} from './codes.js';
import {
  accessibleFormats,
  contactChannels,
  contactOutcomes,
  contactRecipients,
  contactTypes,
  riskChanges,
} from './contact-codes.js';

const { account, code, date, flag, id, listed, optional, text, whole } = field;

export const waitEvents = {
  /** Occurred on the day on which the provider received it: the clock starts then (WAIT-01). */
  referralReceived: defineEvent(
    'WaitReferralReceived',
    {
      personId: id(),
      pathway: code(pathways),
      service: listed('services'),
      provider: listed('organisations'),
      urgency: code(urgencies),
      source: code(referralSources),
      reason: optional(text()),
      /** The rule pack by which this wait is judged for as long as it lasts. */
      pack: id(),
      packVersion: whole(),
    },
    {
      version: 2,
      personal: ['reason'],
      upcasts: { 1: asListed({ service: 'services', provider: 'organisations' }) },
    },
  ),
  /** `author` is who asked for it; both versions stay reportable (WAIT-44). */
  clockStartCorrected: defineEvent(
    'WaitClockStartCorrected',
    { from: date(), to: date(), reason: text(), author: account() },
    { personal: ['reason'] },
  ),
  /** Occurred on the day on which the date was agreed; `appointmentOn` may lie ahead. */
  firstContactBooked: defineEvent('WaitFirstContactBooked', { appointmentOn: date() }),
  firstContactAttended: defineEvent('WaitFirstContactAttended', { mode: code(contactModes) }),
  firstContactMissed: defineEvent('WaitFirstContactMissed', { why: code(missedReasons), clearlyCommunicated: flag() }),
  /** WAIT-03: the first appointment after the referral was missed by choice. */
  clockNullified: defineEvent('WaitClockNullified', { clockStart: date() }),
  /** A new clock at zero: a new date is agreed (WAIT-03), or a decision to treat after active monitoring (WAIT-02). */
  clockStarted: defineEvent('WaitClockStarted', { why: code(clockStarts) }),
  segmentReached: defineEvent('WaitSegmentReached', { segment: code(segments) }),
  helpElementRecorded: defineEvent('WaitHelpElementRecorded', { element: code(helpElements) }),
  clockStopped: defineEvent('WaitClockStopped', { how: code([...clockStops, ...derivedStops]) }),
  removedFromList: defineEvent(
    'WaitRemovedFromList',
    { reason: code(removalReasons), note: optional(text()) },
    { personal: ['note'] },
  ),
  /** What ended the wait was recorded in error; the clock runs on as if it had never been. */
  reinstated: defineEvent(
    'WaitReinstated',
    { undone: code(['removal', 'clock-stop', 'first-contact']), reason: text() },
    { personal: ['reason'] },
  ),
  validated: defineEvent('WaitValidated', { outcome: code(validationOutcomes) }),
  waitingWellContact: defineEvent(
    'WaitingWellContactMade',
    {
      contact: code(contactTypes),
      to: code(contactRecipients),
      channel: code(contactChannels),
      accessibleFormat: code(accessibleFormats),
      outcome: code(contactOutcomes),
      riskChange: code(riskChanges),
      note: optional(text()),
    },
    { personal: ['note'] },
  ),
  /** Changes who is seen first; never the clock (WAIT-47). */
  escalated: defineEvent('WaitEscalated', { urgency: code(urgencies), concern: text() }, { personal: ['concern'] }),
};

export type WaitFact = FactOf<typeof waitEvents> | CorrectionFact;
/** What the state is folded from: corrections are not. */
export type WaitEvent = PastEventOf<typeof waitEvents>;
/** What one of these events says. */
export type DataOf<K extends keyof typeof waitEvents> = Parameters<(typeof waitEvents)[K]['fact']>[1];
