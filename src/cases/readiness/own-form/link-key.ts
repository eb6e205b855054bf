// The secret of a link: what it looks like, the hash by which it is known, and how it seals what is typed.
import { createHash, createHmac } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { seal, sealingKey, unseal } from '../../../engine/web/session/sealing.js';
import type { Answers } from '../domain/questionnaires/answers.js';

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The same for the same form sent twice, while this process lives: a second tap shows the link again, and nobody can reckon it from what is stored. */
export const tokenFor = (secret: string, sending: string): string =>
  createHmac('sha256', secret).update(sending).digest().subarray(0, 16).toString('base64url');

/** As `newToken` makes them: anything else is not looked for. */
export const isToken = (text: string): boolean => /^[\w-]{22}$/.test(text);

/** What was typed at one time: the answers that changed, and the question that was asked last. */
export interface Typed {
  readonly answers: Answers;
  readonly reached: string;
}

const keyOf = (token: string): Buffer => sealingKey(Buffer.from(token), 'what is typed into a form');

export const sealTyped = (token: string, typed: Typed): string =>
  seal(keyOf(token), brotliCompressSync(JSON.stringify(typed)));

/** Undefined where another link sealed it. */
export function openTyped(token: string, sealed: string): Typed | undefined {
  const plain = unseal(keyOf(token), sealed);
  return plain && (JSON.parse(brotliDecompressSync(plain).toString('utf8')) as Typed);
}
