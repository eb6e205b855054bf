// The short code lists of a transition.
export const stepOutcomes = ['done', 'offered-and-declined', 'not-possible'] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

export const attendeeRoles = [
  'young-person',
  'parent-carer',
  'camhs',
  'adult-service',
  'school-college',
  'gp',
  'social-worker',
  'advocate',
  'other',
] as const;
export type AttendeeRole = (typeof attendeeRoles)[number];

/** `override`: safeguarding, vital or best interests, recorded on the person's own record (TRN-44). */
export const interfaceManners = ['named', 'anonymised', 'override'] as const;
export type InterfaceManner = (typeof interfaceManners)[number];

/** What an interface meeting came to. */
export const interfaceDecisions = [
  'refer-to-adult-service',
  'stay-with-camhs',
  'other-service',
  'more-information-needed',
  'discuss-again',
] as const;
export type InterfaceDecision = (typeof interfaceDecisions)[number];

export const youngPersonSignatures = ['signed', 'declined'] as const;
export const familySignatures = ['signed', 'declined', 'not-involved'] as const;

export const contactKinds = ['call', 'care-co-ordinator-appointment', 'psychiatrist-review', 'visit', 'other'] as const;
export const missedBy = ['service', 'young-person'] as const;

/** Two roles, both dated (TRN-09): the named contact, and the one who leads the care. */
export const workerRoles = ['link-worker', 'care-co-ordinator'] as const;

export const handOverKinds = [
  'joint-care-plan',
  'risk-and-safety-plan',
  'medication',
  'formulation-and-history',
  'contacts',
  'consent-record',
  'personal-folder',
  'other',
] as const;

/** TRN-01b. Who recorded that a service opened the case or accepted; and how CAMHS was told of it. */
export const acceptanceRecorders = ['receiver', 'camhs'] as const;
export type AcceptanceRecorder = (typeof acceptanceRecorders)[number];
export const reportChannels = ['letter', 'email', 'telephone', 'meeting', 'secure-message', 'loaded-file'] as const;
export type ReportChannel = (typeof reportChannels)[number];

export const leads = ['camhs', 'adult'] as const;
export type Lead = (typeof leads)[number];

export const past18Reasons = ['time-limited-intervention', 'awaiting-receiver', 'other'] as const;

export const contactMethods = ['call', 'message', 'letter', 'visit', 'through-gp', 'through-others'] as const;
export const dischargeReasons = ['needs-met', 'not-engaging', 'moved', 'died', 'other'] as const;

export const beforeOrAfter = ['pre', 'post'] as const;
export const surveyOutcomes = ['completed', 'offered-and-declined'] as const;
export const correctableDates = [
  'occurredOn',
  'referredOn',
  'arrangedFor',
  'plannedFor',
  'bookedFor',
  'reviewOn',
] as const;
export type CorrectableDate = (typeof correctableDates)[number];

/** Each is a fact of the same name for the rules (TRN-05, TRN-20 to TRN-30). */
export const marks = [
  'planningStarted',
  'carePlanBegun',
  'annualMeeting',
  'transferPlanned',
  'folderGiven',
  'engagementChecked',
  'progressionsWorkerFrom',
  'progressionsWorkerUntil',
  'progressionsTherapistFrom',
  'progressionsTherapistUntil',
] as const;
export type Mark = (typeof marks)[number];

/** TRN-34. `best-interests`: lacks capacity, and the assessment is in their best interests. */
export const careConsents = ['given', 'best-interests', 'refused'] as const;
export const careOutcomes = ['assessed', 'not-assessed'] as const;
export const careRefusalGrounds = ['consent-refused', 'no-significant-benefit'] as const;
