// The review up to its report: asked for early, opened, invited, advised, met, reported. Each fact names its cycle (R4).
import { defineEvent, field } from '../../../kernel/events.js';
import { channels, cycleKinds, outcomes, pointFindings, reviewPoints, roles, slotValues } from './words.js';

const cycleId = field.id();
const role = field.code(roles);
const channel = field.code(channels);
const source = field.optional(field.code(['return']));
/** Reference date of the return that says so. */
const returnOn = field.optional(field.date());
const slot = field.code(slotValues);

export const reviewEvents = {
  cycleOpened: defineEvent('ReviewCycleOpened', { cycleId, kind: field.code(cycleKinds) }),
  invitationSent: defineEvent('InvitationSent', { cycleId, role, meetingOn: field.date(), channel }),
  adviceRequested: defineEvent('AdviceRequested', { cycleId, role, channel, dueOn: field.optional(field.date()) }),
  adviceChased: defineEvent('AdviceChased', { cycleId, role, channel }),
  /** `adviceDatedOn`: how old the advice itself is, which is not when it came (EHC-17). */
  adviceReceived: defineEvent('AdviceReceived', { cycleId, role, adviceDatedOn: field.optional(field.date()) }),
  adviceDeclined: defineEvent('AdviceDeclined', { cycleId, role, reason: field.text() }, { personal: ['reason'] }),
  /** Asked, and there is nothing to say: recorded, not a blank (EHC-16). */
  nilReturn: defineEvent('AdviceNilReturnReceived', { cycleId, role }),
  adviceCirculated: defineEvent('AdviceCirculated', { cycleId, role }),
  interimConsidered: defineEvent('InterimReviewConsidered', { cycleId }),
  meetingPlanned: defineEvent('ReviewMeetingPlanned', { cycleId, meetingOn: field.date() }),
  meetingHeld: defineEvent('ReviewMeetingHeld', {
    cycleId,
    attended: field.list(role),
    outcomesConsidered: field.optional(field.flag()),
    preparingForAdulthood: field.optional(
      field.object({ employment: slot, independentLiving: slot, community: slot, health: slot }),
    ),
    /** The year group by which the headings were judged. */
    yearGroup: field.optional(field.whole()),
    source,
    returnOn,
  }),
  reportSent: defineEvent(
    'ReviewReportSent',
    {
      cycleId,
      recommends: field.code(outcomes),
      sentTo: field.list(role),
      recommendations: field.optional(field.text()),
      differences: field.optional(field.text()),
    },
    { personal: ['recommendations', 'differences'] },
  ),
  /** A return says what was decided, but not when: nothing is complete by it. */
  outcomeStated: defineEvent('OutcomeStated', { cycleId, outcome: field.code(outcomes), source }),
  /** EHC-10, EHC-33: what the meeting must also look at for some, beside the headings of EHC-18 to EHC-20. */
  pointRecorded: defineEvent('ReviewPointRecorded', {
    cycleId: field.id(),
    point: field.code(reviewPoints),
    finding: field.code(pointFindings),
  }),
};

export const earlyReviewEvents = {
  earlyRequested: defineEvent(
    'EarlyReviewRequested',
    { requestId: field.id(), by: field.code(roles), reason: field.text() },
    { personal: ['reason'] },
  ),
  earlyAnswered: defineEvent(
    'EarlyReviewAnswered',
    { requestId: field.id(), agreed: field.flag(), reason: field.text() },
    { personal: ['reason'] },
  ),
  earlyWithdrawn: defineEvent('EarlyReviewRequestWithdrawn', { requestId: field.id() }),
};
