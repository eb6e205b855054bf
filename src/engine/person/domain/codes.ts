// The code lists of this slice. Roles and purposes are data; codes that rules turn on are written here.
import purposes from './consent-purposes.json' with { type: 'json' };
import roles from './worker-roles.json' with { type: 'json' };

/** How far special educational needs are known: anyone but `none` is prompted from Year 9 and 14 (TRN-07, TRN-20, AMB-07). */
export const planGoneReasons = ['ended', 'withdrawn'] as const;

export const sendStatuses = ['none', 'sen-support', 'ehc-plan', 'expected-long-term-need', 'not-known'] as const;
export const sexes = ['F', 'M', 'other', 'not-known'] as const;

export const identifierKinds = ['nhs-number', 'upn', 'uln', 'local'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** `re-issued`: stays linked and restricted (REC-34). `recorded-in-error`: was never theirs, so someone else may have it. */
export const supersedeReasons = ['re-issued', 'permanent-number-given', 'recorded-in-error'] as const;
export type SupersedeReason = (typeof supersedeReasons)[number];

export const parentalResponsibilities = ['yes', 'no', 'not-known'] as const;
export type ParentalResponsibility = (typeof parentalResponsibilities)[number];

export interface WorkerRole {
  readonly code: string;
  readonly title: string;
  /** How many may hold the role at a time. */
  readonly holders: 'one' | 'one-per-organisation';
  readonly rule?: string;
}
export const workerRoles = roles.roles as readonly WorkerRole[];
export const workerRoleCodes: readonly string[] = workerRoles.map((role) => role.code);
export const endReasons = ['replaced', 'left', 'no-longer-needed', 'recorded-in-error'] as const;

export const consentPurposes: readonly { readonly code: string; readonly title: string; readonly rule?: string }[] =
  purposes.purposes;
export const consentPurposeCodes: readonly string[] = consentPurposes.map((purpose) => purpose.code);
/** The purpose that lets adult services know of a young person (TRN-44). */
export const discussWithAdultServices = 'discuss-with-adult-services';

export const consentDecisions = ['given', 'refused', 'withdrawn'] as const;
export type ConsentDecision = (typeof consentDecisions)[number];
export const consentDeciders = [
  'young-person',
  'person-with-parental-responsibility',
  'attorney-or-deputy',
  'best-interests',
] as const;
export type ConsentDecider = (typeof consentDeciders)[number];
export const overrideBases = ['safeguarding', 'vital-interests', 'best-interests'] as const;
export type OverrideBasis = (typeof overrideBases)[number];
/** Under 16: Gillick competence. From 16: capacity under the Mental Capacity Act. */
export const competenceOutcomes = ['competent', 'not-competent'] as const;

/** Who told of a death or a move: a letter to a family must not rest on a rumour. */
export const departureSources = [
  'family',
  'gp',
  'hospital',
  'registrar',
  'school',
  'another-service',
  'another-authority',
  'returned-letter',
  'not-recorded',
] as const;
export type DepartureSource = (typeof departureSources)[number];
export const departures = ['death', 'move-away'] as const;
export type Departure = (typeof departures)[number];

/** Why everything personal of somebody was destroyed. Codes only: a free text would keep what was to be forgotten (REC-05, REC-12). */
export const forgettingGrounds = ['retention-ended', 'erasure-granted', 'registered-in-error', 'court-order'] as const;
export type ForgettingGround = (typeof forgettingGrounds)[number];
