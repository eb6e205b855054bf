// A session at a browser: the person's token, sealed into a cookie that ends after a working day. Nothing is kept on the server.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Journal } from '../../event-store/journal.js';
import { Clock } from '../../ops/clock.js';

/** Twelve hours: nobody's working day is longer, and a shared desk should not stay signed in overnight. */
export const sessionSeconds = 12 * 60 * 60;

@Injectable()
export class Sessions {
  private readonly key: Buffer;

  constructor(
    journal: Journal,
    private readonly clock: Clock,
  ) {
    this.key = createHmac('sha256', journal.keys.lookupKey()).update('sessions of the pages').digest();
  }

  seal(token: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const text = JSON.stringify({ token, until: this.seconds() + sessionSeconds });
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Undefined when it is not ours, was changed, or has ended. */
  open(cookie: string | undefined): string | undefined {
    const bytes = Buffer.from(cookie ?? '', 'base64url');
    if (bytes.length <= 28) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      const { token, until } = JSON.parse(text) as { token: string; until: number };
      return this.seconds() < until ? token : undefined;
    } catch {
      return undefined;
    }
  }

  private seconds(): number {
    return Math.floor(new Date(this.clock.now()).getTime() / 1000);
  }
}
