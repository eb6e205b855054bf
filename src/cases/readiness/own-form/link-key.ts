// The secret of a link: what it looks like, the hash by which it is known, and how it seals what is typed.
import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { seal, sealingKey, unseal } from '../../../engine/web/session/sealing.js';
import type { Answers } from '../domain/questionnaires/answers.js';

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

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
