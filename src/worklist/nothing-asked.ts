// In SQL: of whom nothing is asked any more. Every list and count of what is due leaves them out, as `deadlines-on.ts` does for a replay.

/** Whether the person had died by a day, or was forgotten. `personId` is a column, `asOf` a placeholder for the day. */
export const nothingAsked = (personId: string, asOf: string): string =>
  // Looked up once for the whole question, by the index of the few who are gone: not for each of a hundred thousand deadlines.
  `${personId} IN (SELECT gone.id FROM young_person gone WHERE (gone.died_on IS NOT NULL OR gone.forgotten_on IS NOT NULL)
    AND (gone.died_on <= ${asOf} OR gone.forgotten_on IS NOT NULL))`;

/** The same for a question about few people: each is looked up by itself, and however many are gone, they are not gathered. */
export const nothingAskedOf = (personId: string, asOf: string): string =>
  `EXISTS (SELECT 1 FROM young_person gone WHERE gone.id = ${personId} AND (gone.died_on <= ${asOf} OR gone.forgotten_on IS NOT NULL))`;

/** Whether any day of death or forgetting is on record, whichever it is: of those the counts hold nothing (task-counts.ts). */
export const goneForGood = (personId: string): string =>
  `EXISTS (SELECT 1 FROM young_person gone WHERE gone.id = ${personId} AND (gone.died_on IS NOT NULL OR gone.forgotten_on IS NOT NULL))`;
