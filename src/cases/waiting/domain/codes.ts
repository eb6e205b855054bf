// The code lists of waiting: pathways, reasons and channels in the field's own words.

/** Every referral says what kind of wait it is; only RTT rules apply to RTT (WAIT-07). */
export const pathways = ['RTT', 'CHS', 'MH_CYP', 'AUTISM_ADHD', 'EHC_HEALTH_ADVICE'] as const;
export type Pathway = (typeof pathways)[number];

/** In order of who is seen first. */
export const urgencies = ['emergency', 'very-urgent', 'urgent', 'routine'] as const;
export type Urgency = (typeof urgencies)[number];

export const referralSources = [
  'gp',
  'school',
  'health-professional',
  'social-care',
  'parent-or-carer',
  'young-person',
  'local-authority',
  'single-point-of-access',
  'other',
  'not-known',
] as const;
export type ReferralSource = (typeof referralSources)[number];

/** The parts of a long wait, each counted by itself, so that none is hidden behind the first contact (WAIT-23). */
export const segments = ['assessment', 'diagnosis', 'treatment', 'allocation'] as const;
export type Segment = (typeof segments)[number];

/** What a person may record as the stop of a clock (WAIT-02). */
export const clockStops = [
  'first-treatment',
  'decision-not-to-treat',
  'declined',
  'active-monitoring',
  'returned-to-primary-care',
] as const;
export type ClockStop = (typeof clockStops)[number];

/** Stops that follow from other facts: the pathway's first contact, or the last element of help (WAIT-22). */
export const derivedStops = ['first-contact', 'help-started'] as const;
export const anyClockStops = [...clockStops, ...derivedStops] as const;
export type AnyClockStop = (typeof anyClockStops)[number];

export const removalReasons = [
  'seen',
  'treated',
  'moved',
  'declined',
  'removed-after-validation',
  'died',
  'referred-on',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** A child who was not brought made no choice (WAIT-03). */
export const missedReasons = [
  'did-not-attend',
  'was-not-brought',
  'cancelled-by-family',
  'cancelled-by-service',
] as const;
export type MissedReason = (typeof missedReasons)[number];

export const contactModes = ['face-to-face', 'video', 'telephone', 'indirect', 'not-known'] as const;
export type ContactMode = (typeof contactModes)[number];

export const clockStarts = ['referral', 'new-date-agreed', 'decision-to-treat'] as const;
export type ClockStart = (typeof clockStarts)[number];

export const validationOutcomes = ['still-waiting', 'no-longer-needed', 'moved-away', 'no-answer'] as const;
export type ValidationOutcome = (typeof validationOutcomes)[number];

/** What must be on record before help counts as started (WAIT-22); which of them, says pathways.json. */
export const helpElements = ['baseline-outcome', 'care-plan', 'intervention', 'neurodevelopmental-assessment'] as const;
export type HelpElement = (typeof helpElements)[number];

/** `appointmentOn` is the day that was agreed for the first contact; it may lie ahead. */
export const correctableDates = ['occurredOn', 'appointmentOn'] as const;
export type CorrectableDate = (typeof correctableDates)[number];
