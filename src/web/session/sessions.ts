// A session at a browser: the person's token, sealed into a cookie that ends after a working day. Nothing is kept on the server.
import { Injectable } from '@nestjs/common';
import { Journal } from '../../event-store/journal.js';
import { Clock } from '../../ops/clock.js';
import { seal, sealingKey, unseal } from './sealing.js';

/** Twelve hours: nobody's working day is longer, and a shared desk should not stay signed in overnight. */
export const sessionSeconds = 12 * 60 * 60;

@Injectable()
export class Sessions {
  private readonly key: Buffer;

  constructor(
    journal: Journal,
    private readonly clock: Clock,
  ) {
    this.key = sealingKey(journal.keys.lookupKey(), 'sessions of the pages');
  }

  seal(token: string): string {
    return seal(this.key, Buffer.from(JSON.stringify({ token, until: this.seconds() + sessionSeconds })));
  }

  /** Undefined when it is not ours, was changed, or has ended. */
  open(cookie: string | undefined): string | undefined {
    const text = unseal(this.key, cookie)?.toString('utf8');
    if (text === undefined) return undefined;
    const { token, until } = JSON.parse(text) as { token: string; until: number };
    return this.seconds() < until ? token : undefined;
  }

  private seconds(): number {
    return Math.floor(new Date(this.clock.now()).getTime() / 1000);
  }
}
