// The secret of a link: not to be guessed, known by its hash alone, and the only key to what was typed with it.
import { newToken } from '../../../kernel/ids.js';
import { hashOfToken, isToken, openTyped, sealTyped } from './link-key.js';

const typed = { answers: { eating: { answer: 'help', comment: 'Ich esse gern 🍕' } }, reached: 'eating' } as const;

it('is 128 bits of chance, another one each time', () => {
  const tokens = new Set(Array.from({ length: 500 }, newToken));
  expect(tokens.size).toBe(500);
  for (const token of tokens) expect([isToken(token), Buffer.from(token, 'base64url').length]).toEqual([true, 16]);
});

it.each(['', 'x', `${'a'.repeat(23)}`, `${'a'.repeat(21)}/`, '../../etc/passwd0000000'])('%j is none', (text) => {
  expect(isToken(text)).toBe(false);
});

it('is known by a hash that does not tell it', () => {
  const token = newToken();
  expect(hashOfToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOfToken(token)).not.toContain(token);
});

it('opens what was typed with it, and nothing that was typed with another', () => {
  const [own, other] = [newToken(), newToken()];
  const sealed = sealTyped(own, typed);
  expect(openTyped(own, sealed)).toEqual(typed);
  expect(openTyped(other, sealed)).toBeUndefined();
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('eating');
  expect(sealTyped(own, typed)).not.toBe(sealed);
});
