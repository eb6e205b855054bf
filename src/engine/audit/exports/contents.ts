// What a bundle is about: whose history, made when and by whom, and where each chain ends.

/** The end of one record's chain: keep it elsewhere, and a cut-off end is noticed too. */
export interface Head {
  readonly stream: string;
  readonly revision: number;
  readonly hash: string;
}

export interface Contents {
  readonly personId: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly heads: readonly Head[];
}
