// The closed lists of tasks, in the field's words.

/** The word of a pathway: the kinds of cases say which there are. */
export type TaskPathway = string;

/** Done because a person said so, or because the fact it waited for was recorded. */
export const doneBy = ['person', 'fact'] as const;

/** Why a task is no longer needed though nobody did it. */
export const withdrawnBecause = ['cause-withdrawn', 'date-moved', 'overtaken', 'case-ended'] as const;
export type WithdrawnBecause = (typeof withdrawnBecause)[number];
