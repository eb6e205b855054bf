// What can be said of the plan itself: made, taken over, passed on; where the young person learns, their needs, their year; whose the rights are.
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field } from '../../../kernel/events.js';
import { channels, dfeSettings, needCodes, placementKinds, residences, rightsHolders, tellsReview } from './words.js';

const start = {
  personId: field.id(),
  /** Code of the local authority that maintains the plan. */
  authority: field.listed('organisations'),
  /** The law as it stood (EHC-93): every date of this plan is reckoned with this pack. */
  rulePack: field.object({ pack: field.id(), version: field.whole() }),
};

/** Version 1 took any text for an authority. */
const authorityListed = { version: 2, upcasts: { 1: asListed({ authority: 'organisations' }) } };
const toListed = { version: 2, upcasts: { 1: asListed({ toAuthority: 'organisations' }) } };

export const planEvents = {
  /** Occurs on the day on which the plan was first made (EHC-01). */
  planIssued: defineEvent('PlanIssued', { ...start, source: field.optional(field.code(['return'])) }, authorityListed),
  /** Occurs on the day of the transfer; the history is inherited and the clock is not reset (EHC-51). */
  planMovedIn: defineEvent(
    'PlanMovedIn',
    {
      ...start,
      fromAuthority: field.listed('organisations'),
      planMadeOn: field.date(),
      lastReviewedOn: field.optional(field.date()),
      becameAwareOn: field.optional(field.date()),
    },
    { version: 2, upcasts: { 1: asListed({ authority: 'organisations', fromAuthority: 'organisations' }) } },
  ),
  /** Version 1 let the day be left out without saying what that meant: of those it is not known whether the letter tells it (EHC-52). */
  moveInLetterSent: defineEvent(
    'MoveInLetterSent',
    {
      willReassess: field.flag(),
      tellsReview: field.code(tellsReview),
      reviewOn: field.optional(field.date()),
    },
    {
      version: 2,
      upcasts: { 1: (data) => ({ ...data, tellsReview: data['reviewOn'] === undefined ? 'not-known' : 'yes' }) },
    },
  ),
  /** Occurs on the day on which the authority came to know (EHC-50). */
  moveOutKnown: defineEvent(
    'MoveOutKnown',
    { toAuthority: field.optional(field.listed('organisations')), movesOn: field.date() },
    toListed,
  ),
  planMovedOut: defineEvent('PlanMovedOut', { toAuthority: field.listed('organisations') }, toListed),
  placementRecorded: defineEvent('PlacementRecorded', {
    placementId: field.id(),
    kind: field.code(placementKinds),
    urn: field.optional(field.digits(10)),
    ukprn: field.optional(field.digits(10)),
    /** DfE `sensetting`, where there is neither URN nor UKPRN. */
    setting: field.optional(field.code(dfeSettings)),
    /** May lie ahead: the next setting is recorded with the day on which it begins (EHC-46). */
    from: field.optional(field.date()),
    to: field.optional(field.date()),
    outOfArea: field.optional(field.flag()),
    residential: field.optional(field.code(residences)),
    rank: field.optional(field.whole()),
    senUnit: field.optional(field.flag()),
    resourcedProvision: field.optional(field.flag()),
  }),
  placementEnded: defineEvent('PlacementEnded', { placementId: field.id() }),
  needsRecorded: defineEvent('NeedsRecorded', {
    needs: field.list(field.object({ code: field.code(needCodes), rank: field.whole() })),
  }),
  /** Wins over the year reckoned from the birth date (CAL-14). */
  yearGroupRecorded: defineEvent('YearGroupRecorded', { yearGroup: field.whole() }),
  /** CAL-15: that the rights under the plan are, or will be, the young person's. */
  rightsExplained: defineEvent('RightsExplained', {
    to: field.list(field.code(rightsHolders)),
    channel: field.code(channels),
  }),
};
