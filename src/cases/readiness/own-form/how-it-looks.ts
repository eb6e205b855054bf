// How somebody wants their form: letters of usual size or large, usual words or easy ones. It stands in the address, so it needs no cookie.
export interface Looks {
  readonly large: boolean;
  readonly easy: boolean;
}

type Asked = Readonly<Record<string, unknown>>;

export const looksOf = ({ size, words }: Asked): Looks => ({ large: size === 'large', easy: words === 'easy' });

/** For the addresses of the next pages. */
export const looksIn = ({ large, easy }: Looks) => ({
  size: large ? 'large' : undefined,
  words: easy ? 'easy' : undefined,
});
