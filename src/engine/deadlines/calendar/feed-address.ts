// The address of a private calendar: whose it is by a name that tells nobody, and a secret of which only the hash is kept.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { idFrom } from '../../../kernel/ids.js';

/** Follows from the person's id, so that each has one calendar. */
export const feedIdOf = (actorId: string): string => idFrom('calendar feed', actorId);

/** 256 bits of chance: not to be guessed. */
export const newFeedToken = (): string => randomBytes(32).toString('base64url');

export const hashFeedToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export function opens(token: string, tokenHash: string): boolean {
  const [given, kept] = [Buffer.from(hashFeedToken(token)), Buffer.from(tokenHash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
