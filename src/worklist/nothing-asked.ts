// In SQL: of whom nothing is asked any more. Every list and count of what is due leaves them out, as `deadlines-on.ts` does for a replay.

/** Whether the person had died by a day, or was forgotten. `personId` is a column, `asOf` a placeholder for the day. */
export const nothingAsked = (personId: string, asOf: string): string =>
  `EXISTS (SELECT 1 FROM young_person gone WHERE gone.id = ${personId} AND (gone.died_on <= ${asOf} OR gone.forgotten_on IS NOT NULL))`;
