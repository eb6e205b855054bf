// Whose records an answer shows: every question says so with one of these, or in its own words, or does not compile.

/** Ids of the people, or of the cases, in the answer. */
export type Shows<R> = (answer: R) => readonly string[];

/** Figures, code lists, what concerns the asker alone. */
export const noOne: Shows<unknown> = () => [];

/** Everybody whom the answer names by `personId`, however deep. */
export const everyoneIn: Shows<unknown> = (answer) => {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value))
      if (name === 'personId' && typeof inner === 'string') found.add(inner);
      else look(inner);
  };
  look(answer);
  return [...found];
};
