// The code lists of Ready Steady Go: stages, voices and how somebody took part, in the programme's own words.

/** In order; entered by readiness and never left backwards (RSG-03). */
export const stages = ['ready', 'steady', 'go'] as const;
export type Stage = (typeof stages)[number];

/** How the answers came. `with-staff`: asked and noted by staff; `paper`: typed in by staff from paper. */
export const waysToAnswer = ['own-device', 'paper', 'with-staff'] as const;
export type WayToAnswer = (typeof waysToAnswer)[number];
/** What staff may say of it: a phone says it of itself. */
export const waysByStaff = ['paper', 'with-staff'] as const;

/** Who judged that it is time for the next stage. */
export const judges = ['young-person', 'parent-or-carer', 'clinic'] as const;
export type Judge = (typeof judges)[number];

/** How much of the visit the young person was seen without a parent (RSG-08). */
export const alone = ['none', 'part', 'whole'] as const;
export type Alone = (typeof alone)[number];

/** How the young person took part in a visit. */
export const partTaken = [
  'present',
  'views-sent',
  'asked-and-declined',
  'not-asked-too-unwell',
  'not-asked-other-reason',
] as const;
export type PartTaken = (typeof partTaken)[number];

export const agreedWith = ['young-person', 'parent-or-carer', 'clinic', 'adult-service'] as const;
export type AgreedWith = (typeof agreedWith)[number];

export const goalOutcomes = ['met', 'continues', 'changed', 'dropped'] as const;
export type GoalOutcome = (typeof goalOutcomes)[number];

/** What became of help that was asked for (RSG-07). */
export const helpOutcomes = ['given', 'passed-on', 'no-longer-wanted'] as const;
export type HelpOutcome = (typeof helpOutcomes)[number];

/** On transfer both get a full summary, each with its own day (RSG-11). */
export const summaryRecipients = ['adult-team', 'gp'] as const;
export type SummaryRecipient = (typeof summaryRecipients)[number];

/** Who may say yes to Hello for the adult (TRN-40, TRN-42): nobody's parent. */
export const helloDeciders = ['young-person', 'attorney-or-deputy', 'best-interests'] as const;
export type HelloDecider = (typeof helloDeciders)[number];

export const endings = [
  'settled-in-adult-service',
  'no-adult-service-needed',
  'declined',
  'moved',
  'died',
  'recorded-in-error',
] as const;
export type Ending = (typeof endings)[number];

/** Whose bands of ages prompt a stage: one rule pack each (RSG-03, AMB-10). */
export const bandSources = ['slides', 'table', 'other-trust'] as const;
export type BandSource = (typeof bandSources)[number];

export const correctableDates = [
  'occurredOn',
  'plannedTransferOn',
  'transferOn',
  'appointmentOn',
  'nextOn',
  'reviewOn',
  'validUntil',
  'firstClinicOn',
] as const;
export type CorrectableDate = (typeof correctableDates)[number];
