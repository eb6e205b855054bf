// The keys of people as they lie in a store, still wrapped: for copying a store into another.

export interface KeyChest {
  /** The wrapped key for digests; undefined in a store that has none yet. */
  lookup(): Promise<Uint8Array | undefined>;
  /** Answers what stands there in the end: this, or what was there before. */
  putLookup(wrapped: Uint8Array): Promise<Uint8Array>;
  key(subject: string): Promise<Uint8Array | 'destroyed' | undefined>;
  /** Answers what stands there in the end. */
  put(subject: string, wrapped: Uint8Array): Promise<Uint8Array | 'destroyed'>;
  destroyed(): Promise<readonly string[]>;
  destroy(subject: string): Promise<void>;
}
