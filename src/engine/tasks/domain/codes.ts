// The closed lists of tasks, in the field's words.

/** The word of a pathway: the kinds of cases say which there are. */
export type TaskPathway = string;

export const taskKinds = [
  'missed-first-appointment-adult',
  'missed-first-appointment-camhs',
  'late-referral-planning',
  'late-referral-interface',
  'second-channel',
  'holding-message',
  'reminder',
  'term-lists-due',
  'referral-answer-adult',
  'referral-answer-camhs',
  'hand-over-answer-adult',
  'hand-over-answer-camhs',
  'hand-over-sent-back',
  'referred-back',
  'risk-higher',
  'confirm-death',
  'death-denied',
  'override-to-read',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Done because a person said so, or because the fact it waited for was recorded. */
export const doneBy = ['person', 'fact'] as const;

/** Why a task is no longer needed though nobody did it. */
export const withdrawnBecause = ['cause-withdrawn', 'date-moved', 'overtaken', 'case-ended'] as const;
export type WithdrawnBecause = (typeof withdrawnBecause)[number];
