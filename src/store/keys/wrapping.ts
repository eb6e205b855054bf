// Wraps one key in another (AES-256-GCM), tied to the name that it is kept under.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ivLength = 12;
const tagLength = 16;

/** Chance for cryptography is drawn here, not from outside. */
export const newKey = (): Buffer => randomBytes(32);

export function wrap(wrappingKey: Buffer, name: string, key: Buffer): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(name));
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when the wrapping key, the name or the bytes are not those of the wrapping. */
export function unwrap(wrappingKey: Buffer, name: string, wrapped: Uint8Array): Buffer | undefined {
  const tagAt = wrapped.length - tagLength;
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, wrapped.subarray(0, ivLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(wrapped.subarray(tagAt));
    return Buffer.concat([decipher.update(wrapped.subarray(ivLength, tagAt)), decipher.final()]);
  } catch {
    return undefined;
  }
}
