// The field's own words as closed lists: who is asked, how a letter went, what was decided, where a young person learns.

/** EHC-13: the five who must be invited. `family` is the parent, or the young person once the rights are theirs (CAL-15). */
export const legalRoles = ['family', 'setting', 'sen-officer', 'health', 'social-care'] as const;
export const roles = [...legalRoles, 'other'] as const;
export type Role = (typeof roles)[number];

/** Whose the rights under a plan are: the parent's to the end of compulsory school age, then the young person's (CAL-15). */
export const rightsHolders = ['young-person', 'parent'] as const;
export type RightsHolder = (typeof rightsHolders)[number];

export const channels = ['email', 'post', 'portal', 'in-person', 'phone', 'text', 'other'] as const;
export type Channel = (typeof channels)[number];

export const cycleKinds = ['annual', 'early', 'phase-transfer', 'move-in'] as const;
export type CycleKind = (typeof cycleKinds)[number];

export const outcomes = ['amend', 'maintain', 'cease'] as const;
export type Outcome = (typeof outcomes)[number];

/** Only a return leaves it open what was decided, or whether the proposed changes went with the letter. */
export const decidedOutcomes = [...outcomes, 'not-stated'] as const;
export type DecidedOutcome = (typeof decidedOutcomes)[number];
export const proposedChanges = ['attached', 'not-attached', 'not-stated'] as const;
export type ProposedChanges = (typeof proposedChanges)[number];

/** Whether the letter after a move says when the plan will be reviewed (EHC-52). */
export const tellsReview = ['yes', 'no', 'not-known'] as const;

/** EHC-20: the four areas of preparing for adulthood, each with its slot in the minutes. */
export const adulthoodAreas = ['employment', 'independentLiving', 'community', 'health'] as const;
export const slotValues = ['outcome-set', 'considered-none-needed', 'not-considered'] as const;
export type SlotValue = (typeof slotValues)[number];

/** What the law asks of a review and of its notice, where it is not on record by the decision. */
export const lackKinds = [
  'no-meeting',
  'not-invited',
  'no-advice',
  'not-circulated',
  'outcomes-not-considered',
  'adulthood-not-considered',
  'achievement-not-considered',
  'no-report',
  'no-appeal-rights',
] as const;
export type LackKind = (typeof lackKinds)[number];

export const adviceSteps = ['requested', 'chased', 'received', 'declined', 'nil', 'circulated'] as const;
export type AdviceStep = (typeof adviceSteps)[number];

export const finalOrigins = ['review', 'tribunal', 'mediation', 'amendment-without-review'] as const;
export type FinalOrigin = (typeof finalOrigins)[number];
export const recipients = ['family', 'setting', 'icb'] as const;
export type Recipient = (typeof recipients)[number];

export const placementKinds = [
  'early-years',
  'mainstream',
  'special',
  /** A school whose type is not recorded: a URN names it, but does not say. */
  'school',
  'alternative-provision',
  'further-education',
  'NEET',
  'EHE',
  'EOTAS',
  'NIEC',
  'NIEO',
  'other',
  'not-recorded',
] as const;
export type PlacementKind = (typeof placementKinds)[number];

/** DfE `sensetting`: where there is neither URN nor UKPRN. */
export const dfeSettings: readonly string[] = ['OLA', 'OPA', 'EHE', 'EYP', 'OTH', 'NEET', 'NIEC', 'NIEO'];
/** DfE: A for 38 to 51 weeks a year, B for 52. */
export const residences: readonly string[] = ['A', 'B'];

/** EHC-14: nobody at an institution to invite; the authority itself convenes. */
export const outsideInstitutions: readonly PlacementKind[] = ['NEET', 'EHE', 'EOTAS', 'NIEC', 'NIEO'];

export const phases = [
  'early-years-to-school',
  'infant-to-junior',
  'primary-to-middle',
  'primary-to-secondary',
  'middle-to-secondary',
  'secondary-to-post-16',
  'post-16-to-post-16',
] as const;
export type Phase = (typeof phases)[number];

export const mediationSteps = ['contacted', 'declined', 'accepted', 'arranged', 'not-arranged', 'held'] as const;
export const appealResults = ['upheld', 'partly-upheld', 'dismissed', 'withdrawn', 'conceded'] as const;
/** EHC-76: what the Tribunal orders, or what an unopposed appeal leads to (EHC-77). */
export const appealOrders = [
  'assess',
  'make-plan',
  'amend-provision',
  'amend-placement',
  'reconsider',
  'keep-plan',
  'cease',
  'none',
] as const;
/** Orders of before they were told apart: the plan was to be amended, and which sections was not recorded. */
export const recordedOrders = [...appealOrders, 'amend-unspecified'] as const;
export type AppealOrder = (typeof recordedOrders)[number];

/** EHC-78: what a mediation agreement obliges to. */
export const agreedActs = [
  'assess',
  'make-plan',
  'amend-provision',
  'amend-placement',
  'reconsider',
  'keep-plan',
  'not-appealable',
] as const;
export type AgreedAct = (typeof agreedActs)[number];

/** What is done under an order or an agreement, beside the plan that is amended by it. */
export const orderSteps = [
  'council-told',
  'assessment-notified',
  'no-plan-notified',
  'draft-served',
  'plan-issued',
  'reconsidered',
  'agreed-done',
] as const;
export type OrderStep = (typeof orderSteps)[number];

/** EHC-75: what can be refused and appealed against beside a review's outcome. */
export const refusals = ['assessment', 'plan'] as const;
export type Refusal = (typeof refusals)[number];

/** What is done in an appeal once it runs; the response is always due, the others when the Tribunal fixes a date. */
export const tribunalActs = ['response', 'evidence', 'working-document', 'bundle', 'other'] as const;
export type TribunalAct = (typeof tribunalActs)[number];

/** EHC-64: what the young person is in, where a plan goes on past 25. */
export const past25Settings = ['furtherEducation', 'apprenticeship', 'other'] as const;
export type Past25Setting = (typeof past25Settings)[number];

export const schoolReplies = ['can-meet-need', 'cannot-meet-need', 'nil'] as const;
export type SchoolReply = (typeof schoolReplies)[number];
export const consultationEnds = ['other-setting-named', 'went-on-without-reply', 'no-longer-asked-for'] as const;
export type ConsultationEnd = (typeof consultationEnds)[number];

export const icbRequests = ['review', 'reassessment'] as const;
export type IcbRequest = (typeof icbRequests)[number];

/** EHC-10 from 19 on; EHC-33 where there is a personal budget, or the young person is looked after. */
export const reviewPoints = ['outcomes-achieved', 'personal-budget', 'aligned-with-care-plan'] as const;
export type ReviewPoint = (typeof reviewPoints)[number];
export const pointFindings = ['considered', 'does-not-apply', 'not-considered'] as const;
export type PointFinding = (typeof pointFindings)[number];

/** SEN2 `sentype`. */
export const needCodes = [
  'SPLD',
  'MLD',
  'SLD',
  'PMLD',
  'SEMH',
  'SLCN',
  'HI',
  'VI',
  'MSI',
  'PD',
  'ASD',
  'DS',
  'OTH',
] as const;
