// What a task about the term lists of an authority is about: no one case, but a term, by a name that everybody comes to.
export const termListsOf = (authority: string, term: string): string => `term-lists:${authority}:${term}`;

/** The term in that name. */
export const termOfLists = (caseId: string): string | undefined => caseId.split(':')[2];
