// What a page tells the next ones of what its reader has just recorded: where it stands, and the sentence that says so. Signed, for that reader only.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Journal } from '../../../store/journal.js';
import type { Position } from '../../../store/port.js';
import { isOnwardError, OnwardError } from '../../../kernel/errors.js';
import { ReadSide } from '../../processing/read-side.js';
import type { PageRequest } from '../http.js';
import { cookieNames } from '../security/cookies.js';
import { sealingKey } from './sealing.js';

export type Receipt = 'wrote' | 'said';

@Injectable()
export class Receipts {
  private readonly key: Buffer;

  constructor(
    journal: Journal,
    private readonly readSide: ReadSide,
  ) {
    this.key = sealingKey(journal.keys.lookupKey(), 'receipts of the pages');
  }

  /** For a cookie of whoever sent the request. */
  sign(kind: Receipt, text: string, request: PageRequest): string {
    const plain = Buffer.from(text, 'utf8').toString('base64url');
    return `${plain}.${this.seal(kind, plain, request)}`;
  }

  /** Undefined when there is none, it is not ours, or it is another person's: then nothing was recorded, as far as this reader is told. */
  read(kind: Receipt, request: PageRequest): string | undefined {
    const [plain = '', seal = ''] = (request.cookies?.[cookieNames[kind]] ?? '').split('.');
    if (plain === '' || request.onward === undefined) return undefined;
    const [given, right] = [Buffer.from(seal), Buffer.from(this.seal(kind, plain, request))];
    const ours = given.length === right.length && timingSafeEqual(given, right);
    return ours ? Buffer.from(plain, 'base64url').toString('utf8') : undefined;
  }

  /** Until the lists show what this reader wrote. Error: `not-caught-up` after a bounded time. */
  async untilShown(request: PageRequest): Promise<void> {
    try {
      await this.readSide.until(this.read('wrote', request) as Position | undefined);
    } catch (error) {
      if (!isOnwardError(error, 'not-caught-up')) throw error;
      const detail = 'Your change is recorded, but the lists do not show it yet.';
      throw new OnwardError('not-caught-up', { ...error.parts, detail });
    }
  }

  private seal(kind: Receipt, plain: string, { onward }: PageRequest): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([kind, onward?.actor.id, plain]))
      .digest('base64url');
  }
}
