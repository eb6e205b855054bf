// The code lists of a waiting-well contact (WAIT-45): what it was, by which way, in which form, and what came of it.
export const contactTypes = [
  'information',
  'estimated-wait',
  'check-in',
  'what-to-do-meanwhile',
  'escalation-route',
] as const;
export const contactRecipients = ['family', 'young-person', 'professional'] as const;
export const contactChannels = [
  'letter',
  'email',
  'text-message',
  'telephone',
  'video',
  'in-person',
  'portal',
] as const;
export const accessibleFormats = [
  'none-needed',
  'easy-read',
  'large-print',
  'braille',
  'audio',
  'bsl',
  'translated',
  'interpreter',
] as const;
export const contactOutcomes = ['sent', 'reached', 'no-answer', 'returned-undelivered', 'declined'] as const;
export const riskChanges = ['none', 'lower', 'higher', 'not-asked'] as const;

export type ContactType = (typeof contactTypes)[number];
export type ContactRecipient = (typeof contactRecipients)[number];
export type ContactChannel = (typeof contactChannels)[number];
export type AccessibleFormat = (typeof accessibleFormats)[number];
export type ContactOutcome = (typeof contactOutcomes)[number];
export type RiskChange = (typeof riskChanges)[number];
