// In SQL: of whom nothing is asked any more. Every list and count of what is due leaves them out, as `deadlines-on.ts` does for a replay.

/** Whether the person had died by a day, or was forgotten. `personId` is a column, `asOf` a placeholder for the day. */
export const nothingAsked = (personId: string, asOf: string): string =>
  // Looked up once for the whole question, by the index of the few who are gone: not for each of a hundred thousand deadlines.
  `${personId} IN (SELECT gone.id FROM young_person gone WHERE (gone.died_on IS NOT NULL OR gone.forgotten_on IS NOT NULL)
    AND (gone.died_on <= ${asOf} OR gone.forgotten_on IS NOT NULL))`;
