// Seals a text for a cookie, so that only this service can read it and nobody can change it unnoticed.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** A key of its own for each purpose: what was sealed for one opens for no other. */
export const sealingKey = (lookupKey: Buffer, purpose: string): Buffer =>
  createHmac('sha256', lookupKey).update(purpose).digest();

export function seal(key: Buffer, plain: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Undefined when it is not ours, or was changed. */
export function unseal(key: Buffer, cookie: string | undefined): Buffer | undefined {
  const bytes = Buffer.from(cookie ?? '', 'base64url');
  if (bytes.length <= 28) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
}
