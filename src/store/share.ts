// A share of all streams: a rebuild may be done by two threads, each reading only what it folds.

export interface Share {
  readonly nth: number;
  readonly of: number;
}

export const everything: Share = { nth: 0, of: 1 };

/**
 * SQL of whether a stream is in a share (values: `of`, `nth`). The last digit of an id is random in every kind of UUID; any other name falls where it
 * falls, always the same. Told by the name alone, so that an index answers it and no event of another share is looked at.
 */
export const inShare = (stream: string): string => `unicode(substr(${stream}, -1)) % ? = ?`;
