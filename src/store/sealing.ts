// Seals the personal fields of an event with the person's key (AES-256-GCM): without the key nobody reads them again.
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { OnwardError } from '../kernel/errors.js';

const ivLength = 12;
const tagLength = 16;

/** Chance for cryptography, the one kind that may not come from outside: a repeated IV would give the key away. Drawn in bulk for speed. */
const pool = Buffer.alloc(ivLength * 1024);
let used = pool.length;

function nextIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  // A copy: the pool is filled again while the IV may still be in use.
  return Buffer.from(pool.subarray(used, (used += ivLength)));
}

/** Ties the sealed text to its event, person and type: moved anywhere else it does not open. */
const binding = (eventId: string, subject: string, type: string): Buffer =>
  Buffer.from(JSON.stringify([eventId, subject, type]));

/** Base64 of IV, ciphertext and tag. */
export function seal(
  key: Buffer,
  eventId: string,
  subject: string,
  type: string,
  personal: Record<string, unknown>,
): string {
  const iv = nextIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength });
  cipher.setAAD(binding(eventId, subject, type));
  const text = cipher.update(JSON.stringify(personal), 'utf8');
  cipher.final();
  return Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64');
}

/** Error: `damaged-history` when the bytes, the event they stand in or the key are not those of the sealing. */
export function open(
  key: Buffer,
  eventId: string,
  subject: string,
  type: string,
  sealed: string,
): Record<string, unknown> {
  try {
    const bytes = Buffer.from(sealed, 'base64');
    const tagAt = bytes.length - tagLength;
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength), { authTagLength: tagLength });
    decipher.setAAD(binding(eventId, subject, type));
    decipher.setAuthTag(bytes.subarray(tagAt));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivLength, tagAt)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new OnwardError('damaged-history', {
      detail: `The personal fields of event ${eventId} (${type}) cannot be opened: they, or the keys, are not those that sealed them.`,
      help: 'Check that events and keys come from the same backup, then run `npx onward store verify`.',
      more: { eventId, type },
    });
  }
}
